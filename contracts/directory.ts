import type { NewsLine } from './delivery-desk';
import type { BilingualText, IsoDateText, IsoInstantText, Page, UuidText } from './primitives';
import type { AccessReason } from './privacy';
import type { DeviceKind } from './access';
import type { ExternalAccountState, LinkedPlatform } from './linking';
import type { ChannelView, NotificationCategory, NotificationChannel, QuietHoursText } from './notifications';
import type { Role } from './permissions';
import type { ActivityKind, InvoiceDocumentState, PaymentStatus, SubscriptionStatus } from './states';

export const labelKinds = ['tag', 'group'] as const;
export type LabelKind = (typeof labelKinds)[number];
/** A tag says something of a member; a group is a set of members that is spoken to as one. */
export interface LabelView {
  id: UuidText;
  kind: LabelKind;
  name: string;
  members: number;
}
export interface LabelList {
  labels: LabelView[];
}
export interface LabelWrite {
  kind: LabelKind;
  name: string;
}

/** `leaving`: an erasure is scheduled. */
export const memberStates = ['open', 'locked', 'leaving', 'erased'] as const;
export type MemberState = (typeof memberStates)[number];
export const memberSorts = ['newest', 'oldest', 'name', 'last_seen'] as const;
export type MemberSort = (typeof memberSorts)[number];

/** What a list of members is narrowed by; what is left out narrows nothing. */
export interface MemberFilter {
  /** Part of a name or of an address. */
  search?: string;
  role?: Role;
  verified?: boolean;
  /** A subscription gives access today. */
  subscribed?: boolean;
  label_id?: UuidText;
  /** Everybody but the erased when left out. */
  state?: MemberState;
}

export interface MemberRow {
  id: UuidText;
  email: string;
  first_name: string;
  last_name: string;
  roles: Role[];
  is_verified: boolean;
  can_make_payment: boolean;
  is_demo: boolean;
  created_at: IsoInstantText;
  state: MemberState;
  last_seen_at: IsoInstantText | null;
  /** Exclusive end of the access, Europe/Paris; null without one. */
  access_ends_on: IsoDateText | null;
  labels: Omit<LabelView, 'members'>[];
}
export interface MemberList extends Page {
  members: MemberRow[];
  /** How many the filter lets through. */
  total: number;
}

export interface SavedFilterView {
  id: UuidText;
  name: string;
  filter: MemberFilter;
  sort: MemberSort;
}
export interface SavedFilterList {
  filters: SavedFilterView[];
}
export type SavedFilterWrite = Omit<SavedFilterView, 'id'>;

export const bulkActions = ['lock', 'unlock', 'label', 'unlabel'] as const;
export type BulkAction = (typeof bulkActions)[number];
export interface BulkRequest {
  action: BulkAction;
  member_ids: UuidText[];
  /** Needed by `label` and `unlabel`. */
  label_id?: UuidText;
  /** Needed by `lock`. */
  reason?: string;
}
/** Each member has his own answer: one that fails stops no other. */
export interface BulkResult {
  results: { member_id: UuidText; done: boolean; code: string | null }[];
}

export interface ImportRequest {
  /** A header line with `email,first_name,last_name` and, if wanted, `locale,phone`; comma or semicolon. */
  csv: string;
  /** True: only say what would happen. */
  dry_run: boolean;
}
export const importOutcomes = ['new', 'exists', 'repeated', 'invalid'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];
export interface ImportReport {
  dry_run: boolean;
  rows: { line: number; email: string; outcome: ImportOutcome; fields: string[] }[];
  counts: Record<ImportOutcome, number>;
}

export interface RolesWrite {
  roles: Role[];
  /** The version of the member that was read. */
  version: number;
}
export interface LockRequest {
  reason: string;
}
export interface RemovalRequest {
  reason: string;
}

/** Why a file is opened; the member reads it in his ledger. */
export interface FileOpening {
  reason: AccessReason;
  detail?: string;
}
export interface MemberCard extends MemberRow {
  phone: string | null;
  telegram_username: string | null;
  discord_username: string | null;
  whatsapp_number: string | null;
  country: string | null;
  city: string | null;
  locale: string;
  timezone: string;
  avatar_url: string | null;
  initials: string;
  lock: { at: IsoInstantText; reason: string } | null;
  /** The instant an erasure begins; null while none is scheduled. */
  erasure_at: IsoInstantText | null;
  missing_fields: string[];
  two_factor: boolean;
  version: number;
}
/** What the domains know of one member; a section is absent without its permission, or while its domain is ill. */
export interface MemberFileSections {
  sessions?: {
    device: DeviceKind;
    browser: string | null;
    country: string | null;
    last_seen_at: IsoInstantText;
  }[];
  /** Proven addresses beside the mail box; names as typed are on the card. */
  connections?: {
    channel: LinkedPlatform | 'whatsapp';
    /** How he is called there, or his number; null for somebody without a name. */
    name: string | null;
    since: IsoInstantText;
    state: ExternalAccountState;
  }[];
  activity?: { kind: ActivityKind; subject: string | null; at: IsoInstantText }[];
  subscriptions?: {
    id: UuidText;
    plan_name: BilingualText;
    status: SubscriptionStatus;
    starts_on: IsoDateText;
    ends_on: IsoDateText;
  }[];
  payments?: {
    id: UuidText;
    reference: string;
    label: BilingualText;
    status: PaymentStatus;
    amount_cents: number;
    declared_at: IsoInstantText;
  }[];
  invoices?: {
    id: UuidText;
    number: string;
    issue_date: IsoDateText;
    total_cents: number;
    document: InvoiceDocumentState;
  }[];
  messages?: NewsLine[];
  /** What he chose to do without, and where nothing arrives; nothing to change here: it is his. */
  wishes?: {
    refused: { category: NotificationCategory; channel: NotificationChannel }[];
    quiet_hours: QuietHoursText | null;
    channels: ChannelView[];
  };
}
export interface MemberFileView {
  member: MemberCard;
  sections: MemberFileSections;
}

/** `POST /admin/members/{id}/view`: the member's pages as he sees them, to read only. */
export interface ViewAsGrant {
  access_token: string;
  expires_in: number;
}

/** One hit of the palette. */
export interface SearchHit {
  kind: 'member' | 'invoice' | 'payment';
  title: string;
  detail: string;
  /** Path inside the app. */
  url: string;
}
export interface SearchAnswer {
  hits: SearchHit[];
}
