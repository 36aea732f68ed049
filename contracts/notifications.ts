import type { IsoInstantText, Page, UuidText } from './primitives';
import type { NotificationSeverity, NotificationType } from './states';

export interface NotificationView {
  id: UuidText;
  type: NotificationType;
  severity: NotificationSeverity;
  /** Already in the member's language. */
  title: string;
  body: string;
  /** Path inside the app, e.g. `/user/payments`. */
  url: string | null;
  created_at: IsoInstantText;
  read_at: IsoInstantText | null;
}
export interface NotificationList extends Page {
  notifications: NotificationView[];
  unread_count: number;
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
