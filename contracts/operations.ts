import type { IsoInstantText, Page, UuidText } from './primitives';

export const adapterStates = ['enabled', 'disabled', 'failing'] as const;
export type AdapterState = (typeof adapterStates)[number];

export interface HealthLive {
  status: 'ok';
}
export interface HealthReady {
  status: 'ok' | 'unavailable';
  database: 'ok' | 'failing';
  queues: 'ok' | 'failing';
  queue_backend: 'redis' | 'postgresql';
  worker: 'ok' | 'silent';
  worker_seen_at: IsoInstantText | null;
  /** Silent: no tick ended for three minutes, so that reminders and mails wait. */
  scheduler: 'ok' | 'silent';
  scheduler_seen_at: IsoInstantText | null;
  adapters: { name: string; state: AdapterState; detail: string }[];
}

export interface AuditEntryView {
  id: UuidText;
  at: IsoInstantText;
  actor_id: UuidText;
  action: string;
  object_type: string;
  object_id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  correlation_id: string;
}
export interface AuditEntryList extends Page {
  entries: AuditEntryView[];
}

export interface ParkedEventView {
  consumer: string;
  event_id: UuidText;
  event_name: string;
  attempts: number;
  last_error: string;
  parked_at: IsoInstantText;
}
export interface ParkedEventList extends Page {
  parked_events: ParkedEventView[];
}

/** One line of the file du jour. */
export interface DayQueueRow {
  kind: string;
  count: number;
  oldest_at: IsoInstantText | null;
  url: string;
}
/** `GET /admin/day-queue`: what waits for the one who asks. */
export interface DayQueueView {
  waiting: DayQueueRow[];
}

/** Effects a domain tells at most. */
export const upcomingShown = 200;
export const upcomingKinds = ['reminder', 'erasure', 'message'] as const;
export type UpcomingKind = (typeof upcomingKinds)[number];
/** Something the house will do by itself. */
export interface UpcomingEffect {
  at: IsoInstantText;
  kind: UpcomingKind;
  /** The person it concerns. */
  who: string;
  /**
   * What it comes from: a kind of subject and an offset (`subscription -7d`), who asked for an erasure, or a channel and
   * what a message waits for (`telegram quiet-hours`, `email summary`, `push unread`).
   */
  why: string;
}
/** `GET /admin/rehearsal`: the next seven days. */
export interface RehearsalView {
  effects: UpcomingEffect[];
  /** Domains that could not say; empty when all did. */
  silent: string[];
  /** Domains that plan more than `upcomingShown`; what comes later is not listed. */
  cut: string[];
}
