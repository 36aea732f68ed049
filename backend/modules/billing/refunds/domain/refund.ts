import type { IsoDate } from '@calmness/events';
import { DomainError } from '@calmness/platform/errors';

/** @throws DomainError billing.received-on-invalid: money goes back after it came, and not in the future */
export function assertRefundedOn(refundedOn: IsoDate, receivedOn: IsoDate, today: IsoDate): void {
  if (refundedOn >= receivedOn && refundedOn <= today) return;
  throw new DomainError('billing.received-on-invalid', { earliest: receivedOn, latest: today }, 'invalid', [
    { field: 'refund.refunded_on', code: refundedOn > today ? 'too_large' : 'too_small' },
  ]);
}

/** Access as it stands, before a refund. */
export interface RunningAccess {
  startsOn: IsoDate;
  /** Exclusive. */
  endsOn: IsoDate;
}
interface Asked {
  /** Undefined: the usual; null: access stays. */
  accessEndsOn: IsoDate | null | undefined;
  /** True when all that is left goes back. */
  everything: boolean;
  /** First day of the period that was paid. */
  paidFrom: IsoDate | null;
}

/**
 * The end of access a refund leaves, exclusive; null when it changes nothing. Days another payment bought
 * before the refunded period are not touched unless somebody says so.
 * @throws DomainError billing.access-end-invalid
 */
export function accessEndOf(asked: Asked, running: RunningAccess | null, today: IsoDate): IsoDate | null {
  const { accessEndsOn, everything } = asked;
  if (!running || running.endsOn <= today || accessEndsOn === null) return null;
  if (accessEndsOn === undefined) return everything ? usualEnd(asked.paidFrom, today) : null;
  if (accessEndsOn < today || accessEndsOn > running.endsOn)
    throw new DomainError(
      'billing.access-end-invalid',
      { earliest: today, latest: running.endsOn },
      'invalid',
      [{ field: 'access_ends_on', code: accessEndsOn < today ? 'too_small' : 'too_large' }],
    );
  return accessEndsOn;
}

/** Today, or the first day of a period that has not begun. */
export function usualEnd(paidFrom: IsoDate | null, today: IsoDate): IsoDate {
  return paidFrom !== null && paidFrom > today ? paidFrom : today;
}
