import type { IsoDateText, IsoInstantText, Page, UuidText } from './primitives';
import type { InvoiceDocumentState } from './states';

/** What a reader of an invoice may do with it now. */
export const invoiceActions = ['download_pdf', 'download_xml'] as const;
export type InvoiceAction = (typeof invoiceActions)[number];

export interface InvoiceRow {
  id: UuidText;
  number: string;
  issue_date: IsoDateText;
  label: string;
  net_cents: number;
  vat_cents: number;
  total_cents: number;
  currency: 'EUR';
  paid_cents: number;
  document_state: InvoiceDocumentState;
  is_demo: boolean;
  available_actions: InvoiceAction[];
}
export interface InvoiceList extends Page {
  invoices: InvoiceRow[];
}
export interface InvoiceLineView {
  position: number;
  label: string;
  quantity: string;
  unit_net_cents: number;
  net_cents: number;
  vat_rate_bp: number | null;
}
export interface InvoiceVatView {
  rate_bp: number | null;
  base_cents: number;
  vat_cents: number;
}
export interface InvoiceDetail extends InvoiceRow {
  issued_at: IsoInstantText;
  due_date: IsoDateText;
  seller_name: string;
  buyer_name: string;
  lines: InvoiceLineView[];
  vat: InvoiceVatView[];
  mentions: string[];
  /** Signed for this reader, five minutes; null until the PDF is rendered. */
  pdf_url: string | null;
}

/** A new version of the issuer; the older ones stay, as the invoices that name them do. */
export type IssuerWrite = Omit<IssuerView, 'id' | 'version' | 'is_demo' | 'valid_from'>;
export interface IssuerView {
  id: UuidText;
  version: number;
  legal_name: string;
  legal_form: string | null;
  capital_cents: number | null;
  is_sole_trader: boolean;
  siren: string;
  siret: string;
  rcs_city: string | null;
  vat_number: string | null;
  vat_regime: 'normal' | 'franchise';
  vat_on_debits: boolean;
  address_lines: string[];
  postal_code: string;
  city: string;
  country: string;
  iban: string | null;
  bic: string | null;
  email: string;
  is_demo: boolean;
  valid_from: IsoInstantText;
}

/** `GET /admin/invoices/chain/verify`. */
export interface ChainVerdict {
  valid: boolean;
  checked: number;
  first_broken_number: string | null;
}
