import type { BilingualText, IsoInstantText, Page, UuidText } from './primitives';
import type { NotificationChannel } from './notifications';

export const broadcastCategories = ['news', 'offers'] as const;
export type BroadcastCategory = (typeof broadcastCategories)[number];
/** Where such news may go at all; what a category has no place for is left out. */
export const broadcastChannels = {
  news: ['in_app', 'email', 'telegram', 'push'],
  offers: ['in_app', 'email', 'whatsapp', 'telegram', 'push'],
} as const satisfies Record<BroadcastCategory, readonly NotificationChannel[]>;
export type BroadcastChannel = (typeof broadcastChannels)[BroadcastCategory][number];

export const audienceKinds = ['everybody', 'subscribed', 'ended', 'plan', 'label'] as const;
export type AudienceKind = (typeof audienceKinds)[number];
export interface BroadcastAudience {
  kind: AudienceKind;
  /** With `plan`: those it runs for now. */
  plan_id: UuidText | null;
  /** With `label`. */
  label_id: UuidText | null;
}

export const broadcastStates = ['draft', 'sending', 'sent', 'stopped'] as const;
export type BroadcastState = (typeof broadcastStates)[number];

/** What would happen now, decided person by person as the engine itself decides. */
export interface BroadcastForecast {
  /** In the audience. */
  people: number;
  /** Told by at least one channel. */
  reached: number;
  /** Told nowhere, because they said no to it. */
  opted_out: number;
  /** Told nowhere, though they never said no: no chosen channel leads to them. */
  unreachable: number;
  by_channel: { channel: BroadcastChannel; people: number }[];
}
export interface BroadcastProgress {
  /** Of the audience, so far. */
  told: number;
  /** Told by at least one channel, so far. */
  reached: number;
  by_channel: {
    channel: BroadcastChannel;
    waiting: number;
    arrived: number;
    failed: number;
    cancelled: number;
  }[];
}
export interface BroadcastView {
  id: UuidText;
  state: BroadcastState;
  category: BroadcastCategory;
  audience: BroadcastAudience;
  channels: BroadcastChannel[];
  title: BilingualText;
  body: BilingualText;
  /** Counted last; null for a draft nobody counted. */
  forecast: BroadcastForecast | null;
  /** Null for a draft. */
  progress: BroadcastProgress | null;
  version: number;
  created_at: IsoInstantText;
  created_by: string;
  confirmed_at: IsoInstantText | null;
  confirmed_by: string | null;
  ended_at: IsoInstantText | null;
  stopped_by: string | null;
}
/** `GET /admin/notifications/broadcasts`, newest first. */
export interface BroadcastList extends Page {
  broadcasts: BroadcastView[];
}
/** `POST /admin/notifications/broadcasts`, `PUT …/{id}` with the version that was read. */
export interface BroadcastWrite {
  category: BroadcastCategory;
  audience: BroadcastAudience;
  channels: BroadcastChannel[];
  title: BilingualText;
  body: BilingualText;
}
export interface BroadcastPut extends BroadcastWrite {
  version: number;
}
/** `POST …/{id}/confirm`: with the number of people it was counted for; another one answers 409. */
export interface BroadcastConfirm {
  version: number;
  reached: number;
}
