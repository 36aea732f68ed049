import type { LedgerFact } from '../../ledger/domain/ledger-entry';
import type { IssuedInvoice, PaymentNote } from './invoice';

type Settled = Pick<IssuedInvoice, 'id' | 'type' | 'number' | 'totalCents' | 'payments'>;

/** What the book says of money that arrived for an invoice, or went back with a credit note (negative). */
export function movementOf(
  { id: invoiceId, type, number, totalCents }: Omit<Settled, 'payments'>,
  { method, reference, transactionNumber, receivedOn, amountCents = totalCents }: PaymentNote,
): Omit<LedgerFact, 'at' | 'day'> {
  const detail = {
    number,
    method,
    reference,
    transaction_number: transactionNumber,
    received_on: receivedOn,
  };
  if (type === '381') return { kind: 'refund-made', invoiceId, amountCents: -amountCents, detail };
  return { kind: 'payment-received', invoiceId, amountCents, detail };
}

/** The money an invoice was issued with. A corrective invoice repeats the payments of the one it replaces. */
export function movementsOf(invoice: Settled): Omit<LedgerFact, 'at' | 'day'>[] {
  return invoice.type === '384' ? [] : invoice.payments.map((note) => movementOf(invoice, note));
}
