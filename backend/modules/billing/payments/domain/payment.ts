import type { PaymentStatus } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { addDays, dayIn, businessZone } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';

/** Days the staff has to decide; then the payment is cancelled by itself. */
export const daysToDecide = 7;
/** Money may have arrived before it was declared, but not before last year. */
const oldestReceiptDays = 365;

/** True while the staff still has to decide. */
export function isOpen(status: PaymentStatus): boolean {
  return status === 'pending' || status === 'proof_sent';
}

/** True while money for it is wanted: undecided, or paid in part. */
export function awaitsMoney(status: PaymentStatus): boolean {
  return isOpen(status) || status === 'partial';
}

/** When an undecided payment is cancelled. */
export function expiryOf(declaredAt: Date): Date {
  return new Date(declaredAt.getTime() + daysToDecide * 86_400_000);
}

/** @throws DomainError billing.payment-not-pending */
export function assertOpen(status: PaymentStatus): void {
  if (!isOpen(status)) throw new DomainError('billing.payment-not-pending', { status }, 'conflict');
}

/** @throws DomainError billing.payment-not-pending */
export function assertAwaitsMoney(status: PaymentStatus): void {
  if (!awaitsMoney(status)) throw new DomainError('billing.payment-not-pending', { status }, 'conflict');
}

/**
 * The day the bank received the money: not in the future, not a year before it was announced.
 * @throws DomainError billing.received-on-invalid
 */
export function assertReceivedOn(receivedOn: IsoDate, declaredAt: Date, today: IsoDate): void {
  const earliest = addDays(dayIn(declaredAt, businessZone), -oldestReceiptDays);
  if (receivedOn > today || receivedOn < earliest) {
    throw new DomainError('billing.received-on-invalid', { earliest, latest: today }, 'invalid', [
      { field: 'received_on', code: receivedOn > today ? 'too_large' : 'too_small' },
    ]);
  }
}
