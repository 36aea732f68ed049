import type { IsoDateText, IsoInstantText, Page, UuidText } from './primitives';
import type { PaymentMethodCode } from './states';

export const refundStates = ['requested', 'done', 'declined'] as const;
export type RefundState = (typeof refundStates)[number];

/** A line of the invoice, or a part of it: EUR cents in the invoice's price mode. */
export interface RefundedLine {
  position: number;
  amount_cents: number;
}
/** `POST /admin/payments/{id}/refund`. */
export interface RefundRequest {
  /** All that is left when left out. */
  lines?: RefundedLine[];
  reason: string;
  /** The money that went back. */
  refund: { method: PaymentMethodCode; transaction_number: string; refunded_on: IsoDateText };
  /** Exclusive. Left out: today when all goes back, unchanged for a part. Null: access stays. */
  access_ends_on?: IsoDateText | null;
}
export interface RefundView {
  id: UuidText;
  payment_id: UuidText;
  reference: string;
  member_name: string;
  state: RefundState;
  /** Null until it is done. */
  amount_cents: number | null;
  reason: string;
  method: PaymentMethodCode;
  transaction_number: string;
  refunded_on: IsoDateText;
  access_ends_on: IsoDateText | null;
  requested_at: IsoInstantText;
  requested_by_name: string;
  decided_at: IsoInstantText | null;
  decline_reason: string | null;
  credit_note_ids: UuidText[];
  /** What the reader may do: nobody approves his own request. */
  available_actions: ('approve' | 'decline')[];
}
export interface RefundList extends Page {
  refunds: RefundView[];
  waiting: number;
}
/** `GET /admin/payments/{id}/refund`: what can still go back. */
export interface RefundableView {
  lines: { position: number; label: string; left_cents: number }[];
  price_mode: 'TTC' | 'HT';
  refunds: RefundView[];
  /** Proposed: today, or the first day of the period when it has not begun. Null: nothing runs. */
  access_ends_on: IsoDateText | null;
  /** Access runs until then, exclusive; null when none does. */
  subscription_ends_on: IsoDateText | null;
  four_eyes: boolean;
}
export interface RefundSettings {
  /** A refund waits for the agreement of a second person. */
  four_eyes: boolean;
  version: number;
}
