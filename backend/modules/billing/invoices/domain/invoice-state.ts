import type { InvoiceState } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { IssuedInvoice } from './invoice';

/** What happened to an invoice since it was issued, EUR cents. None of it touches its row. */
export interface InvoiceBalance {
  /** Money recorded after the issue. */
  settledCents: number;
  /** TTC of its credit notes. */
  creditedCents: number;
  /** A corrective or a final invoice stands in its place. */
  replaced: boolean;
}

export const untouched: InvoiceBalance = { settledCents: 0, creditedCents: 0, replaced: false };

type Figures = Pick<IssuedInvoice, 'totalCents' | 'paidCents' | 'dueDate'>;

/** EUR cents still owed, once payments and credit notes are taken off; never below zero. */
export function owedCents({ totalCents, paidCents }: Figures, balance: InvoiceBalance): number {
  return Math.max(0, totalCents - paidCents - balance.settledCents - balance.creditedCents);
}

/** The state a reader sees on a day, Europe/Paris. */
export function stateOf(invoice: Figures, balance: InvoiceBalance, today: IsoDate): InvoiceState {
  if (balance.replaced) return 'replaced';
  if (balance.creditedCents > 0) return creditState(invoice, balance);
  if (owedCents(invoice, balance) === 0) return 'paid';
  if (invoice.dueDate < today) return 'overdue';
  return invoice.paidCents + balance.settledCents > 0 ? 'partially_paid' : 'issued';
}

function creditState({ totalCents }: Figures, { creditedCents }: InvoiceBalance): InvoiceState {
  return creditedCents >= totalCents ? 'credited' : 'partially_credited';
}
