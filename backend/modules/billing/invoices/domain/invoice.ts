import type { InvoiceType, PaymentMethodCode, PriceMode } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { BuyerSnapshot } from './buyer';
import type { InvoiceLine, InvoiceTotals, InvoiceVat } from './totals';

/** BT-23: goods, services or both; 1 to be paid, 2 paid already, 4 final after deposits. */
export type InvoiceFrame = `${'B' | 'S' | 'M'}${'1' | '2' | '4'}`;

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
  /** Absent on the oldest invoices: no one-stop shop, no attestation. */
  ossRegistered?: boolean;
  training?: TrainingAttestation | null;
  /** Where a transfer goes; printed while something is due. */
  iban?: string | null;
  bic?: string | null;
}
/** The DREETS attestation (form 3511-SD) that exempts vocational training. */
export interface TrainingAttestation {
  number: string;
  grantedOn: IsoDate;
}
export interface PrintedMention {
  code: string;
  text: string;
  legalRef: string;
}
/** Money that settled the invoice; given back, on a credit note. */
export interface PaymentNote {
  method: PaymentMethodCode;
  reference: string;
  transactionNumber: string;
  receivedOn: IsoDate;
  /** EUR cents; absent on the oldest invoices, which one payment settled whole. */
  amountCents?: number;
}

/** What an invoice says of one issued before: the one it credits, corrects, or the deposit it deducts. */
export const linkRoles = ['credits', 'corrects', 'deducts'] as const;
export type LinkRole = (typeof linkRoles)[number];
export interface InvoiceLink {
  position: number;
  role: LinkRole;
  precedingId: Uuid;
  number: string;
  issueDate: IsoDate;
  /** TTC, EUR cents: credited, replaced or deducted. */
  amountCents: number;
}

/** Everything but number, time and place in the chain. */
export interface InvoiceDraft extends InvoiceTotals {
  type: InvoiceType;
  frame: InvoiceFrame;
  priceMode: PriceMode;
  memberId: Uuid;
  supplyFrom: IsoDate;
  /** Last day included. */
  supplyTo: IsoDate;
  dueDate: IsoDate;
  /** Settled on the day of issue, deposits included; refunded, on a credit note. */
  paidCents: number;
  payments: PaymentNote[];
  links: InvoiceLink[];
  /** The buyer's own order number. */
  purchaseOrder: string | null;
  /** Why a credit note or a corrective invoice was written. */
  reason: string | null;
  issuerId: Uuid;
  issuer: IssuerSnapshot;
  buyer: BuyerSnapshot;
  mentions: PrintedMention[];
  isDemo: boolean;
}

export interface InvoiceHeader extends Omit<InvoiceDraft, 'lines' | 'vat' | 'links'> {
  id: Uuid;
  /** Which fields the hash covers: 1 before companies, credit notes and deposits existed. */
  contentVersion: 1 | 2;
  series: string;
  year: number;
  seq: number;
  number: string;
  issuedAt: Date;
  issueDate: IsoDate;
  currency: 'EUR';
  idempotencyKey: string;
  /** The public page that proves the invoice authentic hangs on it; null on the oldest ones. */
  verifyCode: string | null;
}
export interface IssuedInvoice extends InvoiceHeader {
  prevHash: string;
  hash: string;
  lines: InvoiceLine[];
  vat: InvoiceVat[];
  links: InvoiceLink[];
}

export function isCreditNote({ type }: Pick<InvoiceHeader, 'type'>): boolean {
  return type === '381';
}

/** EUR cents still to be paid on the day of issue; still to be given back, on a credit note. */
export function dueCents({ totalCents, paidCents }: Pick<InvoiceHeader, 'totalCents' | 'paidCents'>): number {
  return totalCents - paidCents;
}

/** The days of a supply that lasts; null when it is one day. */
export function periodOf({
  supplyFrom: from,
  supplyTo: to,
}: Pick<InvoiceHeader, 'supplyFrom' | 'supplyTo'>): { from: IsoDate; to: IsoDate } | null {
  return from === to ? null : { from, to };
}

/**
 * The day the money is due. Paid already, or a deposit, it is the day it arrived; nothing else is due before
 * the invoice exists (BR-FR-CO-07).
 */
export function dueOn({
  type,
  frame,
  dueDate,
  issueDate,
}: Pick<InvoiceHeader, 'type' | 'frame' | 'dueDate' | 'issueDate'>): IsoDate {
  const settled = type === '386' || frame.endsWith('2');
  return settled || dueDate >= issueDate ? dueDate : issueDate;
}
