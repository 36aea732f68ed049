import type { IsoInstantText, Page, UuidText } from './primitives';
import type { LegalDocumentCode } from './accounts';
import type { Role } from './permissions';

export const dataExportStates = ['queued', 'building', 'ready', 'failed', 'expired'] as const;
export type DataExportState = (typeof dataExportStates)[number];

/** How far the archive is with one domain; rows and files counted alike. */
export interface DataExportPart {
  module: string;
  rows_done: number;
  rows_total: number;
}
export interface DataExportView {
  id: UuidText;
  state: DataExportState;
  requested_at: IsoInstantText;
  ready_at: IsoInstantText | null;
  /** The archive is deleted then, seven days after it was ready. */
  expires_at: IsoInstantText | null;
  size_bytes: number | null;
  parts: DataExportPart[];
  /** Signed for this member, five minutes; null unless ready. */
  download_url: string | null;
}
/** `GET /auth/user/export/`: the newest export, null when none was ever asked for. */
export interface DataExportAnswer {
  export: DataExportView | null;
}

export const erasureBlockerCodes = ['staff_role', 'payment_pending', 'subscription_active'] as const;
export type ErasureBlockerCode = (typeof erasureBlockerCodes)[number];
/** What stands between a member and his erasure. */
export interface ErasureBlocker {
  code: ErasureBlockerCode;
  /** Values its sentence needs: `reference` of a payment, `ends_on` (exclusive) of a subscription. */
  params: Record<string, string>;
  /** Page where it is settled. */
  url: string;
  /** True when the member may give it up himself, expressly. */
  waivable: boolean;
}

export const keptDataCodes = ['invoices', 'payments', 'audit', 'acceptances'] as const;
export type KeptDataCode = (typeof keptDataCodes)[number];
export const erasureOrigins = ['member', 'staff', 'inactivity'] as const;
export type ErasureOrigin = (typeof erasureOrigins)[number];

export interface ScheduledErasure {
  id: UuidText;
  requested_at: IsoInstantText;
  /** It can be cancelled until then. */
  execute_after: IsoInstantText;
  origin: ErasureOrigin;
}
/** `GET /auth/user/deletion`. */
export interface DeletionView {
  scheduled: ScheduledErasure | null;
  blockers: ErasureBlocker[];
  /** What the law makes us keep, and for how many years after the end of the year; null: without end. */
  kept: { code: KeptDataCode; years: number | null }[];
  grace_days: number;
}
/** `DELETE /auth/user/`. */
export interface DeletionRequest {
  password: string;
  /** Gives up the waivable blockers, e.g. the days left of a subscription, without refund. */
  give_up_access?: boolean;
}

export const accessSections = ['file', 'profile', 'security', 'billing', 'activity'] as const;
export type AccessSection = (typeof accessSections)[number];
export const accessReasons = ['support', 'payment', 'teaching', 'security', 'legal', 'other'] as const;
export type AccessReason = (typeof accessReasons)[number];
/** Somebody of the staff opened the member's file. */
export interface AccessLedgerEntry {
  id: UuidText;
  at: IsoInstantText;
  staff_name: string;
  staff_role: Role;
  section: AccessSection;
  reason: AccessReason;
  detail: string | null;
}
export interface AccessLedgerList extends Page {
  entries: AccessLedgerEntry[];
}

/** A text in force that the member has not accepted yet. */
export interface TermsToAccept {
  code: LegalDocumentCode;
  version: string;
}
export interface AcceptTermsRequest {
  accepted_terms_version: string;
}

export interface LegalTextVersion {
  code: LegalDocumentCode;
  version: string;
  published_at: IsoInstantText;
  titles: { fr: string; en: string };
}
export interface LegalTextVersionList {
  versions: LegalTextVersion[];
}
export interface PublishLegalTextRequest {
  code: LegalDocumentCode;
  /** The version the writer started from; another publication in between answers 409. */
  base_version: string;
  fr: { title: string; body: string };
  en: { title: string; body: string };
}
