import type { InvoiceLineView, InvoiceVatView } from './invoices';
import type { IsoDateText, IsoInstantText, Page, UuidText } from './primitives';
import type { InvoiceDraftType, PaymentMethodCode, PriceMode, SupplyKind } from './states';

export interface DraftLine {
  label: string;
  detail: string | null;
  /** Up to three decimals, with a point: `1`, `2.5`. */
  quantity: string;
  /** In the draft's price mode, EUR cents. */
  unit_price_cents: number;
  discount_cents: number;
  discount_reason: string | null;
  supply_kind: SupplyKind;
  vat_rate_code: string;
  training_exempt: boolean;
}
export interface InvoiceDraftWrite {
  type: InvoiceDraftType;
  member_id: UuidText;
  price_mode: PriceMode;
  lines: DraftLine[];
  supply_from: IsoDateText;
  /** Last day included. */
  supply_to: IsoDateText;
  due_date: IsoDateText;
  purchase_order: string | null;
  /** Why an invoice is corrected. */
  reason: string | null;
  /** The invoice that is corrected, or the deposits that are deducted. */
  preceding_ids: UuidText[];
}
export interface InvoiceDraftChange extends InvoiceDraftWrite {
  version: number;
}
export interface InvoiceDraftRow {
  id: UuidText;
  type: InvoiceDraftType;
  member_id: UuidText;
  member_name: string;
  label: string;
  version: number;
  updated_at: IsoInstantText;
}
export interface InvoiceDraftList extends Page {
  drafts: InvoiceDraftRow[];
}
/** The invoice a draft or a credit note would become today. */
export interface InvoicePreview {
  lines: InvoiceLineView[];
  vat: InvoiceVatView[];
  net_cents: number;
  vat_cents: number;
  total_cents: number;
  paid_cents: number;
  buyer_name: string;
  mentions: string[];
}
export interface InvoiceDraftView extends InvoiceDraftRow, InvoiceDraftWrite {
  state: 'draft' | 'issued' | 'discarded';
  invoice_id: UuidText | null;
  created_at: IsoInstantText;
  /** Null when it cannot be written; `blockers` then say why. */
  preview: InvoicePreview | null;
  blockers: { code: string; detail: string }[];
  available_actions: ('edit' | 'issue' | 'discard')[];
}
export interface IssueDraftRequest {
  version: number;
}

/** `POST /admin/invoices/{id}/credit-notes`; without lines, all that is left is credited. */
export interface CreditNoteRequest {
  lines: { position: number; amount_cents: number }[] | null;
  reason: string;
}
/** What may still be credited, in the invoice's price mode. */
export interface CreditableView {
  price_mode: PriceMode;
  lines: { position: number; label: string; amount_cents: number; left_cents: number }[];
}
/** `POST /admin/invoices/{id}/settlements`: money that came later; given back, for a credit note. */
export interface SettleInvoiceRequest {
  method: PaymentMethodCode;
  transaction_number: string;
  amount_cents: number;
  received_on: IsoDateText;
}
