import { DomainError } from '@calmness/platform/errors';
import type { DraftState } from '../domain/draft';
import type { InvoiceDraftEntity } from '../persistence/invoice-draft.entity';

export function draftNotFound(): DomainError {
  return new DomainError('billing.draft-not-found', {}, 'not-found');
}

export function draftClosed(state: DraftState): DomainError {
  return new DomainError('billing.draft-closed', { state }, 'conflict');
}

/** @throws DomainError billing.draft-closed, billing.version-conflict */
export function assertEditable(draft: InvoiceDraftEntity, version: number): void {
  if (draft.state !== 'draft') throw draftClosed(draft.state);
  if (draft.version !== version)
    throw new DomainError('billing.version-conflict', { version: draft.version }, 'conflict');
}
