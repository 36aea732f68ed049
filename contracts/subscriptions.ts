import type { BilingualText, IsoDateText, IsoInstantText, Page, UuidText } from './primitives';
import type { SubscriptionStatus } from './states';

export const planKinds = ['recurring', 'one_time', 'trial'] as const;
/** `recurring` is renewed by hand, `one_time` is bought once more as something new, `trial` costs nothing. */
export type PlanKind = (typeof planKinds)[number];

export const subscriptionOrigins = ['purchase', 'trial', 'complimentary', 'code'] as const;
export type SubscriptionOrigin = (typeof subscriptionOrigins)[number];

export const cancelReasons = [
  'too_expensive',
  'no_time',
  'content',
  'technical',
  'goal_reached',
  'payment_failed',
  'other',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

export interface CancelSubscriptionRequest {
  reason_code: CancelReason;
  comment?: string;
}
export interface StartTrialRequest {
  plan_code: string;
}
export interface RedeemCodeRequest {
  code: string;
}

export const contractRequestKinds = ['cancellation', 'withdrawal'] as const;
export type ContractRequestKind = (typeof contractRequestKinds)[number];
export const contractRequestStatuses = ['received', 'done', 'refused'] as const;
export type ContractRequestStatus = (typeof contractRequestStatuses)[number];

/** `POST /resiliation`, by anybody (C. conso. L215-1-1). */
export interface CancellationRequest {
  name: string;
  email: string;
  /** An invoice or payment number, as far as he knows it. */
  contract_reference?: string;
  /** From when; the end of what is paid when left out. */
  effective_on?: IsoDateText;
  reason_code?: CancelReason;
  comment?: string;
  locale?: 'fr' | 'en';
}
/** `POST /retractation`, by anybody (C. conso. L221-18). */
export interface WithdrawalRequest {
  name: string;
  email: string;
  /** The order he withdraws from, `CAL-…` or an invoice number. */
  order_reference: string;
  comment?: string;
  locale?: 'fr' | 'en';
}
/** The same for everybody: it says nothing of who has an account. */
export interface ContractRequestReceipt {
  reference: string;
  received_at: IsoInstantText;
}
export interface ConfirmCancellationRequest {
  token: string;
}
export interface CancellationConfirmed {
  plan_name: BilingualText;
  /** Last day of access, included. */
  last_day_included: IsoDateText;
}

export interface ContractRequestRow {
  id: UuidText;
  kind: ContractRequestKind;
  reference: string;
  status: ContractRequestStatus;
  /** Empty once erased. */
  name: string;
  email: string;
  contract_reference: string;
  comment: string;
  reason_code: CancelReason | null;
  effective_on: IsoDateText | null;
  received_at: IsoInstantText;
  deadline_on: IsoDateText;
  /** Null when no order was found. */
  in_time: boolean | null;
  /** What is to be given back, EUR cents; null when no order was found. */
  refund_cents: number | null;
  member_id: UuidText | null;
  subscription_id: UuidText | null;
  payment_id: UuidText | null;
  confirmed_at: IsoInstantText | null;
  handled_at: IsoInstantText | null;
  note: string | null;
}
export interface ContractRequestList extends Page {
  requests: ContractRequestRow[];
}
/** `done` of a cancellation cancels the subscription it was matched with. */
export interface HandleContractRequest {
  outcome: 'done' | 'refused';
  note: string;
}

export interface AdminSubscriptionRow {
  id: UuidText;
  member_id: UuidText;
  member_name: string;
  member_email: string;
  plan_code: string;
  plan_name: BilingualText;
  plan_group: string;
  origin: SubscriptionOrigin;
  status: SubscriptionStatus;
  starts_on: IsoDateText;
  /** Exclusive. */
  ends_on: IsoDateText;
  last_day_included: IsoDateText;
  days_left: number;
  cancelled_at: IsoInstantText | null;
  cancel_reason: CancelReason | null;
  cancel_comment: string | null;
  paused_on: IsoDateText | null;
  grant_reason: string | null;
  available_actions: ('extend' | 'end' | 'pause' | 'resume' | 'cancel')[];
}
export interface AdminSubscriptionList extends Page {
  subscriptions: AdminSubscriptionRow[];
}
export interface GrantSubscriptionRequest {
  member_id: UuidText;
  plan_code: string;
  /** Last day of access, included. */
  last_day: IsoDateText;
  reason: string;
}
export interface ExtendSubscriptionRequest {
  /** Days given on top. */
  days: number;
  reason: string;
}
export interface EndSubscriptionRequest {
  /** First day without access; never in the past. */
  ends_on: IsoDateText;
  reason: string;
}
/** What the staff sets for all subscriptions. */
export interface SubscriptionSettings {
  /** Hours somebody stays in the channels after his access ended; 0 to 72. */
  grace_hours: number;
  version: number;
}
export interface ReasonRequest {
  reason: string;
}

/** Money a month and who leaves, month by month. Definitions are on the page. */
export interface SubscriptionFigures {
  active: number;
  paying: number;
  trials: number;
  complimentary: number;
  paused: number;
  /** Price paid for what runs today, brought to one month, all taxes included. */
  mrr_cents: number;
  months: {
    /** First day of the month. */
    month: IsoDateText;
    started: number;
    /** Ended in the month and nothing of the group followed within it. */
    lost: number;
    /** Paying at its beginning. */
    at_start: number;
    mrr_cents: number;
  }[];
  /** Ends of the next eight weeks, by week. */
  renewals: { week: IsoDateText; due: number; cancelled: number }[];
  reasons: { reason_code: CancelReason; count: number }[];
}

export const couponKinds = ['percent', 'amount'] as const;
export type CouponKind = (typeof couponKinds)[number];
export interface CouponWrite {
  code: string;
  kind: CouponKind;
  /** Whole percent, 1 to 99, or EUR cents. */
  value: number;
  plan_codes: string[];
  max_uses: number | null;
  valid_from: IsoDateText;
  /** Last day included. */
  valid_to: IsoDateText | null;
  active: boolean;
}
export interface CouponView extends CouponWrite {
  id: UuidText;
  uses: number;
  version: number;
}
export type CouponPatch = Partial<Omit<CouponWrite, 'code' | 'kind' | 'value'>> & { version: number };
export interface CouponList {
  coupons: CouponView[];
}

export interface AccessCodeWrite {
  plan_code: string;
  months: number;
  expires_on: IsoDateText;
  label: string;
  count: number;
}
/** The only answer that ever shows the codes. */
export interface AccessCodesMade {
  codes: string[];
}
export interface AccessCodeRow {
  id: UuidText;
  hint: string;
  label: string;
  plan_name: BilingualText;
  months: number;
  expires_on: IsoDateText;
  redeemed_at: IsoInstantText | null;
}
export interface AccessCodeList {
  access_codes: AccessCodeRow[];
}
