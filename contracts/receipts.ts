import type { PaymentMethodCode } from './states';
import type { IsoDateText, IsoInstantText, UuidText } from './primitives';

/** What to do when the money is not the price: keep it as a part, keep the surplus as credit, send it back. */
export const differenceChoices = ['partial', 'credit', 'refuse'] as const;
export type DifferenceChoice = (typeof differenceChoices)[number];
export const surplusChoices = ['credit', 'refuse'] as const;
export type SurplusChoice = (typeof surplusChoices)[number];
export const surplusStates = ['owed', 'returned'] as const;
export type SurplusState = (typeof surplusStates)[number];
export const receiptSources = ['staff', 'reconciliation', 'card'] as const;
export type ReceiptSource = (typeof receiptSources)[number];

/** What a proof may be; it is sent as the body itself. */
export const proofMediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export const proofMaxBytes = 8_388_608;
/** The shortest reason for using a transaction number again. */
export const overrideReasonMinLength = 10;

/** Money in another currency, as it arrived. Decimals are text. */
export interface ReceivedCurrency {
  /** ISO 4217, or the ticker of a cryptocurrency. */
  currency: string;
  amount: string;
  /** Units of that currency for one euro. */
  rate: string;
}
export interface ReceiptView {
  id: UuidText;
  method: PaymentMethodCode;
  transaction_number: string;
  /** EUR cents that arrived, the surplus included. */
  amount_cents: number;
  surplus_cents: number;
  received_on: IsoDateText;
  original: ReceivedCurrency | null;
  source: ReceiptSource;
  override_reason: string | null;
  invoice_id: UuidText;
}
export interface SurplusView {
  id: UuidText;
  amount_cents: number;
  choice: SurplusChoice;
  state: SurplusState;
  returned_on: IsoDateText | null;
}
/** The file a member sent to show that he paid. */
export interface PaymentProofView {
  /** Signed for this reader, five minutes. */
  url: string;
  media_type: string;
  byte_size: number;
  sent_at: IsoInstantText;
}
/** What arrived for a payment and what is still to come. */
export interface PaymentMoneyView {
  /** EUR cents kept for the order, without surplus. */
  received_cents: number;
  due_cents: number;
  receipts: ReceiptView[];
  surpluses: SurplusView[];
  proof: PaymentProofView | null;
}
/** `POST /admin/payments/{id}/surpluses/{surplus}/return`. */
export interface ReturnSurplusRequest {
  transaction_number: string;
  returned_on: IsoDateText;
}
