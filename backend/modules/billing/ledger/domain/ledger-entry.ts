import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { chainHash } from './chain';

export type LedgerKind = 'invoice-issued' | 'document-stored';

/** A fact about an invoice, written once, in the order it happened. */
export interface LedgerFact {
  kind: LedgerKind;
  at: Date;
  /** Europe/Paris. */
  day: IsoDate;
  invoiceId: Uuid;
  /** What the fact adds to the day's total, EUR cents. */
  amountCents: number;
  detail: Record<string, string>;
}
export interface LedgerEntry extends LedgerFact {
  seq: number;
  prevHash: string;
  hash: string;
}

export function ledgerHash(prevHash: string, seq: number, fact: LedgerFact): string {
  const { kind, at, day, invoiceId, amountCents, detail } = fact;
  return chainHash(prevHash, { seq, kind, at: at.toISOString(), day, invoiceId, amountCents, detail });
}
