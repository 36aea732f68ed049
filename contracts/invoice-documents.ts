import type { IsoDateText, IsoInstantText } from './primitives';

/** What people read, what programs read. */
export const invoiceDocumentKinds = ['pdf', 'xml'] as const;
export type InvoiceDocumentKind = (typeof invoiceDocumentKinds)[number];

/** Invoice, credit note, corrective invoice, deposit invoice. */
export const verifiedKinds = ['invoice', 'credit_note', 'corrective_invoice', 'deposit_invoice'] as const;
export type VerifiedKind = (typeof verifiedKinds)[number];

/** Genuine as it stands; taken back whole or in part; another one stands in its place. */
export const verifiedStates = ['authentic', 'credited', 'replaced'] as const;
export type VerifiedState = (typeof verifiedStates)[number];

/** `GET /invoices/verify/{code}`: enough to compare with a paper in hand, and nobody's name but the seller's. */
export interface VerifiedInvoice {
  number: string;
  issue_date: IsoDateText;
  total_cents: number;
  currency: 'EUR';
  seller_name: string;
  kind: VerifiedKind;
  hash: string;
  state: VerifiedState;
  is_demo: boolean;
}
export interface InvoiceVerification {
  /** Null for a code nobody printed. */
  invoice: VerifiedInvoice | null;
}

/** Colours whose contrast was computed on paper and on the dark band. */
export const invoiceAccents = ['gold', 'silver', 'emerald', 'sapphire', 'ruby'] as const;
export type InvoiceAccent = (typeof invoiceAccents)[number];

export interface InvoiceTemplateWrite {
  /** The version the admin was looking at; 0 when there was none. */
  version: number;
  accent: InvoiceAccent;
  footer_text: string | null;
  thank_you: string | null;
  /** A PNG, JPEG, WebP or SVG in base64; absent keeps the logo, null takes it off. */
  logo?: string | null;
}
export type InvoiceTemplatePreviewRequest = Omit<InvoiceTemplateWrite, 'version'>;
/** The newest invoice so dressed; null before the first one. */
export interface InvoiceTemplatePreview {
  html: string | null;
}
export interface InvoiceTemplateView {
  /** 0 while nothing was ever chosen. */
  version: number;
  accent: InvoiceAccent;
  footer_text: string | null;
  thank_you: string | null;
  logo_url: string | null;
  created_at: IsoInstantText | null;
}
