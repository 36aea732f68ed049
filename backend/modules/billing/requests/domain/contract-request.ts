import type { ContractRequestKind, ContractRequestStatus } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { newReference } from '../../payments/domain/reference';

/** Who asks, and in which words. Sealed at rest: it may be a stranger's. */
export interface Asker {
  name: string;
  email: string;
  /** An order or an invoice, as he knows it. */
  contractReference: string;
  comment: string;
}

/** Days the staff has to answer a cancellation. */
export const cancellationDays = 3;

const prefixes: Record<ContractRequestKind, string> = { cancellation: 'RES', withdrawal: 'RET' };

/** `RES-7K3M9Q` for résiliation, `RET-7K3M9Q` for rétractation. */
export function requestReference(kind: ContractRequestKind): string {
  return newReference().replace(/^CAL/, prefixes[kind]);
}

/** @throws DomainError billing.request-decided */
export function assertOpen({ status }: { status: ContractRequestStatus }): void {
  if (status !== 'received') throw new DomainError('billing.request-decided', { status }, 'conflict');
}
