import type { PaymentMethodCode } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { InvoiceLine, InvoiceTotals, InvoiceVat } from './totals';

/** The seller as he was on the day of issue; later edits change nothing (I13). */
export interface IssuerSnapshot {
  version: number;
  legalName: string;
  legalForm: string | null;
  capitalCents: string | null;
  isSoleTrader: boolean;
  siren: string;
  siret: string;
  rcsCity: string | null;
  vatNumber: string | null;
  vatRegime: 'normal' | 'franchise';
  vatOnDebits: boolean;
  addressLines: string[];
  postalCode: string;
  city: string;
  country: string;
  email: string;
}
/** A consumer: his name is all the law asks for. */
export interface BuyerSnapshot {
  kind: 'person';
  name: string;
}
export interface PrintedMention {
  code: string;
  text: string;
  legalRef: string;
}
/** The money that settled the invoice. */
export interface PaymentNote {
  method: PaymentMethodCode;
  reference: string;
  transactionNumber: string;
  receivedOn: IsoDate;
}

/** Everything but number, time and place in the chain. */
export interface InvoiceDraft extends InvoiceTotals {
  memberId: Uuid;
  supplyFrom: IsoDate;
  /** Last day included. */
  supplyTo: IsoDate;
  dueDate: IsoDate;
  issuerId: Uuid;
  issuer: IssuerSnapshot;
  buyer: BuyerSnapshot;
  mentions: PrintedMention[];
  isDemo: boolean;
}

export interface InvoiceHeader {
  id: Uuid;
  type: '380';
  series: string;
  year: number;
  seq: number;
  number: string;
  memberId: Uuid;
  issuedAt: Date;
  issueDate: IsoDate;
  supplyFrom: IsoDate;
  supplyTo: IsoDate;
  dueDate: IsoDate;
  frame: 'S2';
  priceMode: 'TTC';
  currency: 'EUR';
  netCents: number;
  vatCents: number;
  totalCents: number;
  paidCents: number;
  paymentNote: PaymentNote;
  issuerId: Uuid;
  issuer: IssuerSnapshot;
  buyer: BuyerSnapshot;
  mentions: PrintedMention[];
  isDemo: boolean;
  idempotencyKey: string;
}
export interface IssuedInvoice extends InvoiceHeader {
  prevHash: string;
  hash: string;
  lines: InvoiceLine[];
  vat: InvoiceVat[];
}

/** What the hash covers: every legal value, built field by field so that no column is forgotten or added. */
export function legalContent(
  header: InvoiceHeader,
  lines: readonly InvoiceLine[],
  vat: readonly InvoiceVat[],
): object {
  const { id, type, series, year, seq, number, memberId, issueDate, supplyFrom, supplyTo, dueDate } = header;
  const { frame, priceMode, currency, netCents, vatCents, totalCents, paidCents, paymentNote } = header;
  const { issuerId, issuer, buyer, mentions, isDemo, idempotencyKey } = header;
  const issuedAt = header.issuedAt.toISOString();
  const dates = { issuedAt, issueDate, supplyFrom, supplyTo, dueDate };
  const amounts = { currency, netCents, vatCents, totalCents, paidCents, paymentNote };
  const people = { memberId, issuerId, issuer, buyer, mentions, isDemo };
  const kind = { id, type, series, year, seq, number, frame, priceMode, idempotencyKey };
  return {
    ...kind,
    ...dates,
    ...amounts,
    ...people,
    lines: lines.map(lineContent),
    vat: vat.map(vatContent),
  };
}

function lineContent(line: InvoiceLine): object {
  const { position, label, detail, quantity, unitNet, netCents, vatCategory, rateBp } = line;
  return { position, label, detail, quantity, unitNet, netCents, vatCategory, rateBp };
}

function vatContent({ position, category, rateBp, baseCents, vatCents }: InvoiceVat): object {
  return { position, category, rateBp, baseCents, vatCents };
}
