import type { BilingualText, UuidText } from './primitives';
import type { PlanKind } from './subscriptions';
import type { PaymentMethodCode, PriceMode, SupplyKind } from './states';

/** The French rates (CGI, art. 278 and following). */
export const vatRateCodes = ['standard', 'intermediate', 'reduced', 'super-reduced'] as const;

export interface PlanView {
  id: UuidText;
  code: string;
  /** One running subscription per group; several groups may run at once. */
  plan_group: string;
  name: BilingualText;
  description: BilingualText;
  /** What the plan contains, one short line each. */
  features: { fr: string[]; en: string[] };
  kind: PlanKind;
  duration_months: number;
  /** Length of a trial; null for what is sold. */
  trial_days: number | null;
  /** Its members may ask for a pause themselves. */
  pausable: boolean;
  /** In the plan's price mode. */
  price_cents: number;
  price_mode: PriceMode;
  supply_kind: SupplyKind;
  /** Vocational training under the issuer's attestation: no VAT. */
  training_exempt: boolean;
  currency: 'EUR';
  vat_rate_code: string;
  active: boolean;
  position: number;
  version: number;
}
export interface PlanList {
  plans: PlanView[];
}
export interface PlanWrite {
  code: string;
  plan_group: string;
  name: BilingualText;
  description: BilingualText;
  features: { fr: string[]; en: string[] };
  /** `recurring` when left out. */
  kind?: PlanKind;
  duration_months: number;
  trial_days?: number | null;
  pausable?: boolean;
  price_cents: number;
  /** All taxes included unless told otherwise. */
  price_mode?: PriceMode;
  /** Live sessions unless told otherwise. */
  supply_kind?: SupplyKind;
  training_exempt?: boolean;
  vat_rate_code: string;
  active: boolean;
  position: number;
}
export type PlanPatch = Partial<Omit<PlanWrite, 'code'>> & { version: number };

/** One labelled value a member copies, e.g. `{label: 'IBAN', value: 'FR76…'}`. */
export interface PaymentCoordinate {
  label: BilingualText;
  value: string;
}
export interface PaymentMethodView {
  code: PaymentMethodCode;
  name: BilingualText;
  instructions: BilingualText;
  coordinates: PaymentCoordinate[];
  active: boolean;
  position: number;
  version: number;
}
export interface PaymentMethodList {
  payment_methods: PaymentMethodView[];
}
export interface PaymentMethodPatch {
  name?: BilingualText;
  instructions?: BilingualText;
  coordinates?: PaymentCoordinate[];
  active?: boolean;
  position?: number;
  version: number;
}
