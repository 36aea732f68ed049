import type { BuyerKind } from './billing-profile';
import type { DifferenceChoice, PaymentMoneyView, ReceivedCurrency } from './receipts';
import type { InvoiceLineView, InvoiceVatView } from './invoices';
import type { BilingualText, IsoDateText, IsoInstantText, Page, UuidText } from './primitives';
import type { CancelReason, SubscriptionOrigin } from './subscriptions';
import type { PaymentMethodCode, PaymentStatus, SubscriptionStatus } from './states';
import type { PaymentCoordinate } from './offers';

export interface OrderBuyerView {
  kind: BuyerKind;
  name: string;
  /** As printed, the country left out. */
  address: string[];
  /** ISO 3166-1 alpha-2. */
  country: string;
  siren: string | null;
  vat_number: string | null;
}

/** The récapitulatif shown before the member orders (arrêté 83-50/A, C. conso. L221-14). */
export interface OrderSummaryView {
  plan_code: string;
  label: BilingualText;
  seller_name: string;
  seller_address: string[];
  place_of_supply: BilingualText;
  /** Who is billed, as the billing profile says today. */
  buyer: OrderBuyerView;
  lines: InvoiceLineView[];
  /** One row a rate. */
  vat: InvoiceVatView[];
  net_cents: number;
  vat_cents: number;
  total_cents: number;
  currency: 'EUR';
  /** Basis points: 2000 is 20 %. Null when no VAT applies; `vat_note` then says why. */
  vat_rate_bp: number | null;
  vat_note: BilingualText | null;
  starts_on: IsoDateText;
  /** Exclusive, Europe/Paris. */
  ends_on: IsoDateText;
  /** True when the order prolongs a running subscription from its current end. */
  extends_current: boolean;
  cgv_version: string;
  /** Taken off the price, each with its reason; EUR cents. */
  discounts: { label: BilingualText; amount_cents: number }[];
  /** True when the buyer is a consumer: he is asked when access may start. */
  withdrawal_right: boolean;
  /** The running subscription this order could take the place of at once, and what its unused days are worth. */
  upgrade: { plan_name: BilingualText; credit_cents: number } | null;
}

export interface DeclarePaymentRequest {
  plan_code: string;
  method: PaymentMethodCode;
  transaction_number?: string;
  /** The version of the terms the box was ticked for; another one than today's answers 409. */
  terms_version?: string;
  /**
   * "Je demande que l’accès commence avant la fin du délai de rétractation" (C. conso. L221-25). Without it a
   * consumer's access starts when his fourteen days are over.
   */
  early_start?: boolean;
  coupon_code?: string;
  /** Takes the place of the running subscription of the group at once, its unused days credited. */
  upgrade?: boolean;
}
export interface PaymentRow {
  id: UuidText;
  /** What the member writes in the transfer label. */
  reference: string;
  label: BilingualText;
  method: PaymentMethodCode;
  status: PaymentStatus;
  amount_cents: number;
  currency: 'EUR';
  declared_at: IsoInstantText;
  validated_at: IsoInstantText | null;
  transaction_number: string | null;
  reject_reason: string | null;
  invoice_id: UuidText | null;
}
export interface PaymentStats {
  total_spent_cents: number;
  /** Validated since the first of the month, Europe/Paris. */
  this_month_cents: number;
  completed: number;
  pending: number;
}
export interface PaymentList extends Page {
  payments: PaymentRow[];
  stats: PaymentStats;
}
/** Answer of POST and of `GET /auth/user/payments/{id}`: the pending page. */
export interface PaymentDetail extends PaymentRow {
  plan_code: string;
  method_name: BilingualText;
  instructions: BilingualText;
  coordinates: PaymentCoordinate[];
  /** EPC069-12 QR as an SVG document, for transfers still awaited; null otherwise. */
  epc_qr_svg: string | null;
  epc_payload: string | null;
  starts_on: IsoDateText | null;
  ends_on: IsoDateText | null;
  /** When an undecided payment is cancelled by itself. */
  expires_at: IsoInstantText | null;
  available_actions: ('cancel' | 'download_invoice' | 'send_proof')[];
  money: PaymentMoneyView;
}

export interface SubscriptionRow {
  id: UuidText;
  plan_code: string;
  plan_name: BilingualText;
  status: SubscriptionStatus;
  starts_on: IsoDateText;
  /** Exclusive: access ends at 00:00 Europe/Paris of this day. */
  ends_on: IsoDateText;
  /** `ends_on − 1`, the day shown as "inclus". */
  last_day_included: IsoDateText;
  days_left: number;
  cancelled_at: IsoInstantText | null;
  origin: SubscriptionOrigin;
  cancel_reason: CancelReason | null;
  paused_on: IsoDateText | null;
  available_actions: ('cancel' | 'resume' | 'pause' | 'unpause' | 'renew' | 'upgrade')[];
}
export interface SubscriptionList extends Page {
  subscriptions: SubscriptionRow[];
}

export interface AdminPaymentRow extends PaymentRow {
  member_id: UuidText;
  member_name: string;
  member_email: string;
  plan_code: string;
}
export interface AdminPaymentList extends Page {
  payments: AdminPaymentRow[];
  counts: { pending: number; partial: number; validated: number; rejected: number };
}
export interface PaymentPreview {
  payment: AdminPaymentRow;
  money: PaymentMoneyView;
  starts_on: IsoDateText;
  ends_on: IsoDateText;
  extends_current: boolean;
  lines: InvoiceLineView[];
  vat: InvoiceVatView[];
  net_cents: number;
  vat_cents: number;
  total_cents: number;
  mentions: string[];
  buyer_name: string;
  seller_name: string;
  is_demo_issuer: boolean;
  /** What stands in the way; empty when the payment can be validated now. */
  blockers: { code: string; detail: string }[];
  /** What will happen, in order. */
  effects: (
    | 'subscription_activated'
    | 'subscription_extended'
    | 'invoice_issued'
    | 'pdf_rendered'
    | 'in_app_sent'
    | 'email_sent'
  )[];
}
export interface ValidatePaymentRequest {
  transaction_number: string;
  /** The day the bank received the money, Europe/Paris; never in the future. */
  received_on: IsoDateText;
  /** What arrived, EUR cents; exactly what is due when left out. */
  amount_cents?: number;
  /** What becomes of a difference; without it a difference is refused. */
  on_difference?: DifferenceChoice;
  /** Why a transaction number that was used is used again. */
  override_reason?: string;
  /** What the money was before the bank changed it into euros. */
  original?: ReceivedCurrency;
}
/** `partial`: a deposit was invoiced, access waits for `due_cents`. */
export interface ValidatePaymentResponse {
  payment_id: UuidText;
  status: 'validated' | 'partial';
  transaction_number: string;
  invoice_id: UuidText;
  invoice_number: string;
  due_cents: number;
  subscription_id: UuidText | null;
  starts_on: IsoDateText | null;
  ends_on: IsoDateText | null;
}
export interface RejectPaymentRequest {
  reason: string;
}
