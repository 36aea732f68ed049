import type { IsoInstantText, Page, UuidText } from './primitives';
import type { NotificationSeverity, NotificationType } from './states';

/** What a message is about; the order of the page. */
export const notificationCategories = [
  'security',
  'billing',
  'subscription',
  'formations',
  'coaching',
  'loans',
  'signals',
  'support',
  'staff',
  'news',
  'offers',
] as const;
export type NotificationCategory = (typeof notificationCategories)[number];
/** Where a message lies: put away in `archived`, out of sight until its hour in `snoozed`. */
export const notificationFolders = ['inbox', 'archived', 'snoozed'] as const;
export type NotificationFolder = (typeof notificationFolders)[number];

export interface NotificationView {
  id: UuidText;
  type: NotificationType;
  category: NotificationCategory;
  severity: NotificationSeverity;
  /** Already in the member's language. */
  title: string;
  body: string;
  /** Path inside the app, e.g. `/user/payments`. */
  url: string | null;
  created_at: IsoInstantText;
  /** The list was open while it stood there: no longer news, though not read. */
  seen_at: IsoInstantText | null;
  read_at: IsoInstantText | null;
  archived_at: IsoInstantText | null;
  /** When it comes back; past or null for what is in sight. */
  snoozed_until: IsoInstantText | null;
}
export interface NotificationList extends Page {
  notifications: NotificationView[];
  unread_count: number;
  /** `?before=` for `read-all` and `seen`: what arrives after this answer is not marked. */
  newest_cursor: string | null;
}
/** `POST /notifications/{id}/snooze`: out of sight until then; null brings it back now. */
export interface SnoozeRequest {
  until: IsoInstantText | null;
}
export interface UnreadCount {
  unread_count: number;
}
export interface ChangedCount {
  changed: number;
}

/** One message of the development mailbox (absent in production). */
export interface MailboxMessage {
  id: UuidText;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments: { name: string; media_type: string; size_bytes: number; url: string }[];
  sent_at: IsoInstantText;
}
export interface Mailbox {
  messages: MailboxMessage[];
}

export const notificationChannels = ['in_app', 'email', 'whatsapp', 'telegram', 'discord', 'push'] as const;
export type NotificationChannel = (typeof notificationChannels)[number];
/** All but the list in the app. */
export const outgoingChannelList = ['email', 'whatsapp', 'telegram', 'discord', 'push'] as const;
/** What leaves the house; the list in the app is written in the same transaction as the decision. */
export type OutgoingChannel = Exclude<NotificationChannel, 'in_app'>;
/** Channels for a few lines; a mail has words of its own. */
export type ShortChannel = Exclude<OutgoingChannel, 'email'>;
export interface PreferenceCell {
  category: NotificationCategory;
  channel: NotificationChannel;
  enabled: boolean;
  /** Security and the law decide, not the member. */
  mandatory: boolean;
}
/** Single reminders a member may do without: a kind of subject and an offset; each has its own label. */
export const reminderSwitches = ['loan.-2d', 'loan.-1d', 'loan.0d', 'loan.-2h'] as const;
export type ReminderSwitch = (typeof reminderSwitches)[number];
export interface ReminderChoice {
  key: ReminderSwitch;
  enabled: boolean;
}
/** How often the mails of a category come: each one, or together. */
export const digestRhythms = ['each', 'daily', 'weekly'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];
/** Categories whose mails can wait for a summary. A signal or a reminder of tomorrow's session cannot. */
export const digestableCategories = [
  'support',
  'staff',
  'news',
  'offers',
] as const satisfies NotificationCategory[];
export interface DigestChoice {
  category: (typeof digestableCategories)[number];
  rhythm: DigestRhythm;
}
/**
 * Why nothing arrives by a channel whatever its switches say. `not_configured`: the academy does not offer it.
 * `not_linked`: the member has no account, number or device there. `refused`: the address bounces, or blocked us.
 */
export const channelObstacles = ['not_configured', 'not_linked', 'refused'] as const;
export type ChannelObstacle = (typeof channelObstacles)[number];
export interface ChannelView {
  channel: NotificationChannel;
  /** Null: messages arrive. */
  obstacle: ChannelObstacle | null;
}
/** `GET PUT /notifications/quiet-hours`: when nothing may ring; null for nobody's silence. */
export interface QuietHoursText {
  /** `22:00` in the member's zone. */
  from: string;
  /** `08:00`; earlier than `from` when the night is between them. */
  to: string;
  /** ISO weekdays on which it begins, Monday is 1. */
  days: number[];
}
export interface QuietHoursWrite {
  quiet_hours: QuietHoursText | null;
}
export interface QuietHoursView extends QuietHoursWrite {
  /** IANA; of the profile. */
  timezone: string;
}
/** `GET /notifications/push-key`. */
export interface PushKey {
  /** VAPID, base64url; null while the academy sends no push. */
  public_key: string | null;
}
/** A browser that wants to be rung in. */
export interface PushSubscriptionView {
  id: UuidText;
  /** `Firefox · Windows`. */
  device: string;
  created_at: IsoInstantText;
  /** SHA-256 of the endpoint, base64url: a browser recognises itself by it. */
  endpoint_hash: string;
}
export interface PushSubscriptionList {
  push_subscriptions: PushSubscriptionView[];
}
/** What `PushSubscription.toJSON()` says. */
export interface PushSubscriptionWrite {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}
/** `GET PUT /notifications/preferences`. */
export interface PreferencesView {
  cells: PreferenceCell[];
  /** Every switch there is, in the order of the page. */
  reminders: ReminderChoice[];
  /** Every category that can wait. */
  digests: DigestChoice[];
  channels: ChannelView[];
  /** Zero while nothing was chosen; another save in between answers 409 `request.conflict`. */
  version: number;
}
export interface PreferencesWrite {
  cells: Pick<PreferenceCell, 'category' | 'channel' | 'enabled'>[];
  /** Those left out stay. */
  reminders?: ReminderChoice[];
  /** Those left out stay. */
  digests?: DigestChoice[];
  version: number;
}
/** `POST /notifications/unsubscribe/{token}`: no login, and the same whoever asks. */
export interface UnsubscribeAnswer {
  /** One, or all that a summary spoke of. */
  categories: NotificationCategory[];
}
