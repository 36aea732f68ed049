import type { NotificationCategory, OutgoingChannel } from './notifications';
import type { IsoInstantText, Locale } from './primitives';

/** A mail, or the few lines where a phone rings. */
export const wordingKinds = ['mail', 'short'] as const;
export type WordingKind = (typeof wordingKinds)[number];
/** What the staff may say, by kind; in `paragraphs` an empty line parts two of them. */
export const wordFields = {
  mail: ['subject', 'preheader', 'greeting', 'paragraphs', 'button', 'note'],
  short: ['title', 'body'],
} as const satisfies Record<WordingKind, readonly string[]>;
export type WordField = (typeof wordFields)[WordingKind][number];
export type WordFieldValues = Partial<Record<WordField, string>>;

/** Written `{{name}}` in a text. */
export interface WordVariable {
  name: string;
  /** A value a person could meet, in the language of the words. */
  sample: string;
  /** The words must name it, or the news is lost. */
  required: boolean;
  /** May be empty: a paragraph that names it is left out then. */
  optional: boolean;
}

export const wordingStates = ['draft', 'published', 'archived'] as const;
export type WordingState = (typeof wordingStates)[number];
export interface WordingRow {
  kind: WordingKind;
  name: string;
  locale: Locale;
  category: NotificationCategory;
  /** Subject or title in force, with sample values. */
  heading: string;
  /** Null while the built-in words speak. */
  published_version: number | null;
  has_draft: boolean;
}
/** `GET /admin/notifications/words`. */
export interface WordingList {
  words: WordingRow[];
}
export interface WordingVersion {
  version: number;
  state: WordingState;
  fields: WordFieldValues;
  changed_at: IsoInstantText;
  changed_by: string;
  published_at: IsoInstantText | null;
  published_by: string | null;
  archived_at: IsoInstantText | null;
  archived_by: string | null;
}
/** `GET /admin/notifications/words/{kind}/{name}/{locale}`. */
export interface WordingView {
  kind: WordingKind;
  name: string;
  locale: Locale;
  category: NotificationCategory;
  variables: WordVariable[];
  /** Where these words go. */
  channels: OutgoingChannel[];
  built_in: WordFieldValues;
  /** The draft, else what is published, else the built-in words. */
  fields: WordFieldValues;
  published_version: number | null;
  has_draft: boolean;
  /** The next save sends it back; another one in between answers 409 `request.conflict`. */
  revision: number;
  history: WordingVersion[];
}
/** `PUT …` saves a draft, `POST …/publish` publishes. */
export interface WordingWrite {
  fields: WordFieldValues;
  revision: number;
}
/** `POST …/revert`: the built-in words speak again; `POST …/discard`: the draft is dropped. */
export interface WordingRevision {
  revision: number;
}
export interface WordingPreviewRequest {
  fields: WordFieldValues;
}
/** `POST …/preview`: with the samples, exactly as it would be sent. */
export interface WordingPreview {
  heading: string;
  text: string;
  /** Null for the few lines of a phone. */
  html: string | null;
  /** What would be refused at publication. */
  problems: { field: string; code: string }[];
}

export const whatsAppApprovals = ['draft', 'pending', 'approved', 'rejected'] as const;
export type WhatsAppApproval = (typeof whatsAppApprovals)[number];
/** Why a message would not leave by WhatsApp, outside the 24 hours after a person wrote. */
export const whatsAppObstacles = ['channel_off', 'no_template', 'draft', 'pending', 'rejected'] as const;
export type WhatsAppObstacle = (typeof whatsAppObstacles)[number];
export interface WhatsAppSender {
  enabled: boolean;
  /** The last four digits of the number that writes; null without one. */
  sender_last4: string | null;
  /** Twilio's shared test number. */
  sandbox: boolean;
}
export interface WhatsAppTemplateView {
  announcement: string;
  locale: Locale;
  category: NotificationCategory;
  /** `HX…`, given by Twilio; null while there is none. */
  content_sid: string | null;
  approval: WhatsAppApproval | null;
  /** In the order of Twilio's placeholders {{1}}, {{2}}… */
  variables: string[];
  /** What may be put into a placeholder. */
  known_variables: WordVariable[];
  /** The words it stands for, with sample values. */
  preview: { title: string; body: string };
  /** Null when nothing stands in the way. */
  obstacle: WhatsAppObstacle | null;
  /** Members with a proven number who read this language. */
  people: number;
  /** Zero while there is none. */
  version: number;
}
/** `GET /admin/notifications/whatsapp`. */
export interface WhatsAppConfiguration {
  sender: WhatsAppSender;
  templates: WhatsAppTemplateView[];
}
/** `PUT /admin/notifications/whatsapp/{announcement}/{locale}`. */
export interface WhatsAppTemplateWrite {
  content_sid: string;
  approval: WhatsAppApproval;
  variables: string[];
  version: number;
}

/** `POST /admin/notifications/test-send`: to the caller himself. */
export interface TestSendRequest {
  channel: OutgoingChannel;
  /** A mail's template for `email`, an announcement with few lines elsewhere. */
  name: string;
  locale: Locale;
}
export interface TestSendAnswer {
  /** Its line in the log. */
  delivery_id: string;
  /** Where it goes, told without naming all of it. */
  to: string;
  /** Tests left in this hour. */
  left: number;
}
