import type { IsoDateText, IsoInstantText, UuidText } from './primitives';

export const walletMovementKinds = ['credit_note', 'surplus', 'refund'] as const;
export type WalletMovementKind = (typeof walletMovementKinds)[number];

/** One line of the statement; the academy owes what is positive. */
export interface WalletMovementView {
  id: UuidText;
  at: IsoInstantText;
  kind: WalletMovementKind;
  /** Signed, EUR cents. */
  amount_cents: number;
  /** After this line. */
  balance_cents: number;
  document_number: string | null;
  invoice_id: UuidText | null;
}
/** Paid in advance for something not yet invoiced whole. */
export interface WalletDepositView {
  invoice_id: UuidText;
  number: string;
  issue_date: IsoDateText;
  amount_cents: number;
}
/** Nobody puts money in: a wallet only holds what the academy owes. */
export interface BillingWallet {
  balance_cents: number;
  currency: 'EUR';
  /** Newest first, the latest fifty. */
  movements: WalletMovementView[];
  deposits: WalletDepositView[];
}
export interface WalletSections {
  billing: BillingWallet;
}
/** `GET /auth/user/wallet/`; a section whose domain does not exist yet or fails is absent. */
export interface WalletView {
  sections: Partial<WalletSections>;
}
