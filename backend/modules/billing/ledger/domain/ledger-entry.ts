import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { chainHash } from './chain';

/** What the book tells. A closing and an archive speak of a period, everything else of an invoice. */
export const ledgerKinds = [
  'invoice-issued',
  'document-stored',
  'payment-received',
  'refund-made',
  'closing-made',
  'archive-made',
] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** A fact, written once, in the order it happened. */
export interface LedgerFact {
  kind: LedgerKind;
  at: Date;
  /** Europe/Paris. */
  day: IsoDate;
  /** Null for closings and archives, and for them alone. */
  invoiceId: Uuid | null;
  /**
   * EUR cents: what an invoice adds to the perpetual total; the money that arrived, or went back (negative);
   * 0 for the rest. Totals are sums over one kind.
   */
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
