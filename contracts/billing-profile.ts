import type { IsoDateText } from './primitives';

export const buyerKinds = ['person', 'company'] as const;
export type BuyerKind = (typeof buyerKinds)[number];

/** What the European register said of a VAT number: nobody asked, not yet answered, valid, unknown there. */
export const vatCheckStates = ['none', 'waiting', 'valid', 'invalid'] as const;
export type VatCheckState = (typeof vatCheckStates)[number];

/** `PUT /auth/user/billing-profile/`. Empty identifiers are null; a person has none. */
export interface BillingProfileWrite {
  /** The version that was read, 0 when nothing was stored; another one answers 409. */
  version: number;
  kind: BuyerKind;
  name: string;
  address_lines: string[];
  postal_code: string;
  city: string;
  /** ISO 3166-1 alpha-2; decides the VAT. */
  country: string;
  /** Nine digits, asked of a French company. */
  siren: string | null;
  vat_number: string | null;
  /** Where an electronic invoice is delivered, when it is not the SIREN. */
  electronic_address: string | null;
  /** The order number the buyer wants on his invoices. */
  purchase_order: string | null;
}

/** `GET /auth/user/billing-profile/`: what is stored, or a proposal made from the account. */
export interface BillingProfileView extends Omit<BillingProfileWrite, 'country'> {
  /** False: nothing was saved yet, and nothing can be ordered. */
  stored: boolean;
  country: string | null;
  vat_check: VatCheckState;
  /** The day the register answered that the number is valid, Europe/Paris. */
  vat_checked_on: IsoDateText | null;
}

/** `GET /admin/members/{id}/billing-profile`. */
export interface MemberBillingProfileView extends BillingProfileView {
  /** What the staff wrote down when it checked the number elsewhere; null when the register answered. */
  vat_check_proof: string | null;
  available_actions: 'vouch_for_vat_number'[];
}
/** `POST /admin/members/{id}/billing-profile/vat-check`: the number was checked elsewhere. */
export interface VouchForVatNumberRequest {
  version: number;
  /** Where and how, e.g. the consultation number of the register. */
  proof: string;
}
