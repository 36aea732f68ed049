import type { IsoDateText, IsoInstantText, Page, UuidText } from './primitives';
import type { InvoiceDocumentState, InvoiceState, InvoiceType } from './states';

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
  type: InvoiceType;
  /** Derived; the invoice itself never changes. */
  state: InvoiceState;
  due_date: IsoDateText;
  /** Still to be paid; still to be given back, for a credit note. */
  owed_cents: number;
  /** What it credits, corrects or deducts. */
  amends: InvoiceLinkView[];
  document_state: InvoiceDocumentState;
  is_demo: boolean;
  available_actions: InvoiceAction[];
}
export type InvoiceAction = 'download_pdf' | 'download_xml' | 'credit' | 'correct' | 'settle';
/** Of everything a member was invoiced, whatever the page shows. */
export interface InvoiceStats {
  /** Documents of every kind. */
  count: number;
  /** All taxes included; what was corrected or deducted counts once. */
  invoiced_cents: number;
  credited_cents: number;
}
/** What an invoice says of another one. */
export interface InvoiceLinkView {
  role: 'credits' | 'corrects' | 'deducts';
  invoice_id: UuidText;
  number: string;
  issue_date: IsoDateText;
  amount_cents: number;
}
export interface InvoiceList extends Page {
  invoices: InvoiceRow[];
  stats: InvoiceStats;
}
export interface AdminInvoiceRow extends InvoiceRow {
  member_id: UuidText;
  member_name: string;
}
export interface AdminInvoiceList extends Page {
  invoices: AdminInvoiceRow[];
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
  member_id: UuidText;
  reason: string | null;
  purchase_order: string | null;
  /** What credits, corrects or deducts it. */
  amended_by: InvoiceLinkView[];
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
  /** One-stop shop: VAT of other member states is declared in France. */
  oss_registered: boolean;
  /** The DREETS attestation that exempts vocational training, with its day; both or none. */
  training_number: string | null;
  training_granted_on: IsoDateText | null;
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

/** `GET /admin/issuer/versions`, newest first. */
export interface IssuerVersionView extends IssuerView {
  /** What differs from the version before; empty for the first one. */
  changed: (keyof IssuerWrite)[];
}
export interface IssuerVersionList {
  versions: IssuerVersionView[];
}

/** `GET /admin/invoices/chain/verify`. */
export interface ChainVerdict {
  valid: boolean;
  checked: number;
  first_broken_number: string | null;
}
