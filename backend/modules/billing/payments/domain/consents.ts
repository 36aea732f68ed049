import type { PlanKind } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { earlyStartVersion } from '../../requests/domain/withdrawal';

interface Given {
  termsVersion?: string;
  earlyStart?: boolean;
}
export interface Consents {
  termsAcceptedAt: Date | null;
  earlyStartAsked: boolean;
  earlyStartConsentAt: Date | null;
  earlyStartVersion: string | null;
}

/**
 * What was ticked beside the button, with its moment and its wording.
 * @throws DomainError billing.terms-changed when the terms are no longer those that were shown
 */
export function consentsOf({ termsVersion, earlyStart }: Given, cgvVersion: string, now: Date): Consents {
  if (termsVersion !== undefined && termsVersion !== cgvVersion)
    throw new DomainError('billing.terms-changed', { version: cgvVersion }, 'conflict');
  return {
    termsAcceptedAt: termsVersion === undefined ? null : now,
    earlyStartAsked: earlyStart !== undefined,
    earlyStartConsentAt: earlyStart ? now : null,
    earlyStartVersion: earlyStart ? earlyStartVersion : null,
  };
}

/** @throws DomainError billing.plan-not-for-sale: a trial is started, not bought */
export function assertForSale({ kind, code }: { kind: PlanKind; code: string }): void {
  if (kind === 'trial') throw new DomainError('billing.plan-not-for-sale', { plan_code: code }, 'conflict');
}

/**
 * What replaces something at once cannot wait for the end of a delay.
 * @throws DomainError billing.upgrade-not-possible
 */
export function assertUpgradeStarts(replaced: Uuid | null, earliest: IsoDate | undefined): void {
  if (replaced && earliest)
    throw new DomainError('billing.upgrade-not-possible', {}, 'conflict', [
      { field: 'early_start', code: 'must_be_true' },
    ]);
}
