import type { MemberFeature } from './flags';
import type { BilingualText, IsoInstantText, Locale } from './primitives';

export const themes = ['auto', 'light', 'dark'] as const;
export type ThemeName = (typeof themes)[number];
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];
export const weekStarts = ['monday', 'sunday'] as const;
export type WeekStart = (typeof weekStarts)[number];

/** How the pages look, on every device of the member. */
export interface AppearanceView {
  theme: ThemeName;
  density: Density;
  week_starts_on: WeekStart;
}

export const presetNames = ['calm', 'active', 'intensive'] as const;
export type PresetName = (typeof presetNames)[number];
export interface PresetSwitches {
  readonly density: Density;
  readonly features: Readonly<Record<MemberFeature, boolean>>;
}
/** What each preset sets, all at once. The page shows the same list before it is chosen. */
export const presets = {
  calm: { density: 'comfortable', features: { 'dashboard-activity': false, 'unread-badge': false } },
  active: { density: 'comfortable', features: { 'dashboard-activity': true, 'unread-badge': true } },
  intensive: { density: 'compact', features: { 'dashboard-activity': true, 'unread-badge': true } },
} as const satisfies Record<PresetName, PresetSwitches>;

export const lockKeepers = ['academy', 'plan'] as const;
export type LockKeeper = (typeof lockKeepers)[number];
export interface FeatureView {
  /** What holds now. */
  on: boolean;
  /** The member's own switch, kept while somebody above has the feature off. */
  chosen: boolean;
  /** Who has it off above the member; null when his own switch decides. */
  locked_by: LockKeeper | null;
}
export interface PrivacyView {
  /** The member is not counted. */
  analytics_opt_out: boolean;
  /** Mentors may read his progress. */
  share_with_mentors: boolean;
  /** His age range and gender may be added up with those of at least nine others. */
  audience_profile_opt_in: boolean;
}

/** `GET /auth/user/settings/`. Locale and zone are the profile's own facts. */
export interface SettingsView extends AppearanceView {
  locale: Locale;
  timezone: string;
  features: Record<MemberFeature, FeatureView>;
  privacy: PrivacyView;
  /** The preset all of whose switches still hold. */
  preset: PresetName | null;
  /** Zero while nothing was saved. Send it back; another save in between answers 409 `request.conflict`. */
  version: number;
}
export interface SettingsPatch extends Partial<AppearanceView> {
  locale?: Locale;
  timezone?: string;
  features?: Partial<Record<MemberFeature, boolean>>;
  privacy?: Partial<PrivacyView>;
  /** Set first; what else the patch says comes on top. */
  preset?: PresetName;
  version: number;
}

export const weekDays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type WeekDay = (typeof weekDays)[number];
/** Opening hours of one day, wall time in the academy's zone. */
export interface OpeningHours {
  day: WeekDay;
  /** `HH:MM`. */
  opens: string;
  closes: string;
}
/** `GET PUT /admin/organisation`. */
export interface OrganisationView {
  timezone: string;
  contact_email: string | null;
  contact_phone: string | null;
  address: string | null;
  /** A day that is not listed is closed. */
  opening_hours: OpeningHours[];
  /** Hours a member keeps the channels after the end of his access, 0 to 72. */
  grace_hours: number;
  version: number;
}
export type OrganisationWrite = OrganisationView;

export const bannerSeverities = ['info', 'warning', 'maintenance'] as const;
export type BannerSeverity = (typeof bannerSeverities)[number];
export interface BannerText {
  text: BilingualText;
  severity: BannerSeverity;
  from: IsoInstantText;
  /** Null: until somebody takes it down. */
  until: IsoInstantText | null;
}
/** `GET /banner` **public**: what everybody is told now. The version tells a new text from a dismissed one. */
export interface PublicBannerView {
  banner: (BannerText & { version: number }) | null;
}
/** `GET /admin/banner`: the planned one too. */
export interface BannerView {
  banner: BannerText | null;
  version: number;
}
export interface BannerWrite extends BannerText {
  version: number;
}

/** What makes a profile whole, in the order worth doing it. */
export const completionSteps = [
  'email_verified',
  'telegram_or_discord',
  'whatsapp_number',
  'phone',
  'country',
  'city',
  'avatar',
  'trading_experience',
  'risk_tolerance',
  'preferred_assets',
  'bio',
] as const;
export type CompletionStep = (typeof completionSteps)[number];
export interface CompletionView {
  percent: number;
  next_step: CompletionStep | null;
}
