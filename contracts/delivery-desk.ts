import type { NotificationCategory, NotificationChannel, OutgoingChannel } from './notifications';
import type { IsoDateText, IsoInstantText, Page, UuidText } from './primitives';
import type { AdapterState } from './operations';

/**
 * `deferred`: waits for the end of quiet hours. `digested`: goes, or went, into a summary. `accepted`: the provider has
 * it and will say more; `sent`: it has it and says no more. `unknown` is honest: it may or may not have arrived.
 */
export const deliveryStates = [
  'queued',
  'deferred',
  'digested',
  'suppressed',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
  'unknown',
  'expired',
  'cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * What a state means for the success rate: arrived ÷ (arrived + missed + under way). `left_out`: nobody meant it to
 * arrive any more (cancelled, suppressed, expired, gone into a summary).
 */
export const deliveryOutcomes = ['arrived', 'missed', 'under_way', 'left_out'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];
export type OutcomeCounts = Record<DeliveryOutcome, number>;

/** Whole days a delivery is kept with its story; of older ones each day's figures stay. */
export const deliveryLogDays = 90;
/** Calendar days of the academy the desk looks back on, today included. */
export const deskPeriods = [1, 7, 30, 90, 365] as const;
export type DeskPeriod = (typeof deskPeriods)[number];

export interface ChannelFigures extends OutcomeCounts {
  channel: OutgoingChannel;
  /** Null while nothing was meant to arrive. */
  success_rate_percent: number | null;
}
export interface TemplateFigures extends OutcomeCounts {
  /** A mail's template, or the announcement whose few lines were sent. */
  template: string;
}
export interface DayFigures extends OutcomeCounts {
  /** In the academy's zone. */
  day: IsoDateText;
}
export const deskAlertKinds = [
  'failure_rate',
  'circuit_open',
  'provider_quota',
  'database_size',
  'disk_space',
] as const;
export type DeskAlertKind = (typeof deskAlertKinds)[number];
/** A trouble that lasts; it closes by itself. */
export interface DeskAlert {
  kind: DeskAlertKind;
  /** The provider it concerns; empty when it concerns none. */
  about: string;
  since: IsoInstantText;
  /** A figure that says how bad: a percentage for rates and sizes, megabytes left for the disk, a count otherwise. */
  figure: number;
}
/**
 * How much the academy rings: one piece of news is one message, by however many channels it rang. Of the last
 * `deliveryLogDays` at most.
 */
export interface FatigueGauge {
  /** Messages a member's day holds. */
  limit: number;
  /** Members whom at least one message of the period did not reach for that reason. */
  members_over: number;
  /** How many days of members held so many messages. */
  distribution: { messages: number; member_days: number }[];
}
/** `GET /notifications/dashboard?days=`: test sends are in none of its figures. */
export interface DeliveryDashboard {
  days: DeskPeriod;
  total: number;
  by_state: { state: DeliveryState; count: number }[];
  outcomes: OutcomeCounts;
  success_rate_percent: number | null;
  by_channel: ChannelFigures[];
  by_template: TemplateFigures[];
  /** Every day of the period, those without a message too. */
  by_day: DayFigures[];
  /**
   * From the decision to the provider's acceptance, in milliseconds; null when nothing was accepted. Over more than
   * `deliveryLogDays` an estimate: the mean of what each forgotten day knew, weighted by its messages.
   */
  delay_ms: { p50: number; p95: number } | null;
  alerts: DeskAlert[];
  fatigue: FatigueGauge;
  /** The newest fifty, test sends too: each says so itself. */
  newest: DeliveryLogRow[];
}

export interface DeliveryLogRow {
  id: UuidText;
  channel: OutgoingChannel;
  template: string;
  category: NotificationCategory;
  recipient_id: UuidText;
  recipient_name: string;
  state: DeliveryState;
  attempts: number;
  last_reason: string | null;
  /** Sent by the staff to see it arrive: in no rate. */
  test: boolean;
  created_at: IsoInstantText;
  accepted_at: IsoInstantText | null;
  closed_at: IsoInstantText | null;
}
export interface DeliveryLog extends Page {
  deliveries: DeliveryLogRow[];
}
/** `?` of the log and of its CSV. */
export interface DeliveryLogFilter {
  channel?: OutgoingChannel;
  state?: DeliveryState;
  category?: NotificationCategory;
  template?: string;
  member_id?: UuidText;
  /** Both included, in the academy's zone. */
  from?: IsoDateText;
  to?: IsoDateText;
}
/** Rows a CSV holds at most; it says so when there are more. */
export const deliveryCsvRows = 50_000;

export interface DeliveryStepView {
  at: IsoInstantText;
  state: DeliveryState;
  attempt: number;
  reason: string | null;
}
/** `GET /admin/notifications/deliveries/{id}`. */
export interface DeliveryTimeline extends DeliveryLogRow {
  provider_id: string | null;
  expires_at: IsoInstantText;
  next_attempt_at: IsoInstantText | null;
  steps: DeliveryStepView[];
  /** What was decided for each channel when the news came. */
  decisions: ChannelDecision[];
  may_retry: boolean;
  may_cancel: boolean;
}
export interface ChannelDecision {
  channel: NotificationChannel;
  decision: string;
}

/** How one piece of news fared by one channel. */
export interface ChannelStory extends ChannelDecision {
  /** Of its delivery; null for the list in the app, and where nothing was to leave. */
  state: DeliveryState | null;
  reason: string | null;
  changed_at: IsoInstantText | null;
}
/** `GET /notifications/{id}/why`: why it came, and why not by the other ways. */
export interface WhyView {
  category: NotificationCategory;
  decided_at: IsoInstantText;
  channels: ChannelStory[];
}
/** One piece of news in a member's file: never its words. */
export interface NewsLine extends WhyView {
  id: UuidText;
  announcement: string;
}

export const vendors = ['mail', 'telegram', 'discord', 'whatsapp', 'push'] as const;
export type Vendor = (typeof vendors)[number];
export interface VendorView {
  vendor: Vendor;
  adapter: AdapterState;
  /** What an operator can do about it. */
  detail: string;
  circuit: 'closed' | 'open' | 'probing';
  blocked_until: IsoInstantText | null;
  paused_at: IsoInstantText | null;
  failures: number;
  last_reason: string | null;
  last_accepted_at: IsoInstantText | null;
  last_failed_at: IsoInstantText | null;
}
/** `GET /admin/notifications/vendors`. */
export interface VendorList {
  vendors: VendorView[];
}
