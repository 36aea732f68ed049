import type { IsoDate } from '@calmness/events';
import type { IssuedInvoice, PaymentNote } from '../../invoices/domain/invoice';

/** A line of the book an accountant books, with the invoice it speaks of. */
export interface BookFact {
  /** Rank in the book; money the oldest invoices were issued with has the rank of its invoice. */
  seq: number;
  at: Date;
  /** Europe/Paris. */
  day: IsoDate;
  invoice: IssuedInvoice;
  /** The invoices it corrects or deducts. */
  preceding: IssuedInvoice[];
  /** A credit note that gives a deposit back. */
  creditsDeposit: boolean;
  /** Money that came (positive) or went back, EUR cents; null for the invoice itself. */
  money: (PaymentNote & { amountCents: number; beforeCents: number }) | null;
}
