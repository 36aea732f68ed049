import type { IsoInstantText, Locale, UuidText } from './primitives';
import type { Flag } from './flags';
import type { Permission, Role } from './permissions';
import type { TermsToAccept } from './privacy';
import type { AppearanceView, CompletionView } from './settings';

export const legalDocumentCodes = [
  'mentions',
  'cgv',
  'cgu',
  'privacy',
  'cookies',
  'accessibility',
  'mediation',
] as const;
export type LegalDocumentCode = (typeof legalDocumentCodes)[number];

/** One published version of a legal text. `body` is plain Markdown: headings, paragraphs, lists, links. */
export interface LegalDocumentView {
  code: LegalDocumentCode;
  version: string;
  locale: Locale;
  title: string;
  body: string;
  published_at: IsoInstantText;
}

/** The version a new member accepts: one number for CGU + CGV + privacy, announced by `GET /legal`. */
export interface LegalTermsView {
  accepted_terms_version: string;
  documents: { code: LegalDocumentCode; version: string; title: string }[];
}

export interface RegisterRequest {
  email: string;
  password: string;
  first_name: string;
  last_name: string;
  locale: Locale;
  accepted_terms_version: string;
  adult: true;
}
/** The same answer whether or not the address is known: nothing is disclosed. */
export interface RegisterResponse {
  status: 'verification_sent';
}

export interface LoginRequest {
  email: string;
  password: string;
  /** Asked for by `accounts.otp-required`: six digits of the app, or a recovery code. */
  otp?: string;
}
export interface AccessGrant {
  access_token: string;
  /** Seconds the access token lives. */
  expires_in: number;
  user: CurrentUser;
}
export interface VerifyEmailRequest {
  token: string;
}
export interface VerifyEmailResponse {
  status: 'verified';
}
export interface ResendVerificationRequest {
  email: string;
}

/** `GET /auth/me`. */
export interface CurrentUser {
  id: UuidText;
  email: string;
  first_name: string;
  last_name: string;
  locale: Locale;
  timezone: string;
  roles: Role[];
  permissions: Permission[];
  is_verified: boolean;
  has_complete_profile: boolean;
  can_make_payment: boolean;
  /** Initials for the avatar, already upper case. */
  initials: string;
  /** The picture at 64 pixels, a signed link of five minutes; null: show the initials. */
  avatar_url: string | null;
  /** Texts in force he has not accepted yet; he is asked before anything else. */
  terms_to_accept: TermsToAccept[];
  /** What is switched on for this member. */
  flags: Record<Flag, boolean>;
  /** Null while the member never chose: each device keeps its own. */
  appearance: AppearanceView | null;
}

export const tradingExperiences = ['beginner', 'intermediate', 'advanced', 'expert'] as const;
export type TradingExperience = (typeof tradingExperiences)[number];
export const riskTolerances = ['low', 'medium', 'high'] as const;
export type RiskTolerance = (typeof riskTolerances)[number];
export const preferredAssetCodes = ['forex', 'crypto', 'stocks', 'indices'] as const;
export type PreferredAsset = (typeof preferredAssetCodes)[number];
export const genders = ['male', 'female', 'other', 'undisclosed'] as const;
export type Gender = (typeof genders)[number];
export const ageRanges = ['18-24', '25-34', '35-44', '45-54', '55-64', '65+'] as const;
export type AgeRange = (typeof ageRanges)[number];

export interface ProfileView {
  first_name: string;
  last_name: string;
  /** Read-only here: a change of address is confirmed on both addresses elsewhere. */
  email: string;
  phone: string | null;
  telegram_username: string | null;
  discord_username: string | null;
  whatsapp_number: string | null;
  country: string | null;
  city: string | null;
  bio: string | null;
  trading_experience: TradingExperience | null;
  /** Never used to choose, filter or rank signals (ESMA, 11 July 2023). */
  risk_tolerance: RiskTolerance | null;
  preferred_assets: PreferredAsset[];
  gender: Gender | null;
  age_range: AgeRange | null;
  timezone: string;
  locale: Locale;
  is_verified: boolean;
  has_complete_profile: boolean;
  can_make_payment: boolean;
  /** The picture at 256 pixels, a signed link of five minutes; null: show the initials. */
  avatar_url: string | null;
  completion: CompletionView;
  /** Send it back in PATCH; another save in between answers 409 `request.conflict`. */
  version: number;
}
export type ProfilePatch = Partial<
  Omit<
    ProfileView,
    | 'email'
    | 'is_verified'
    | 'has_complete_profile'
    | 'can_make_payment'
    | 'avatar_url'
    | 'completion'
    | 'version'
  >
> & { version: number };

/** What a payment waits for. Each names the profile input that mends it. */
export const eligibilityFields = [
  'first_name',
  'last_name',
  'email_verified',
  'telegram_or_discord',
] as const;
export type EligibilityField = (typeof eligibilityFields)[number];
export interface PaymentEligibilityView {
  can_make_payment: boolean;
  has_complete_profile: boolean;
  missing_fields: EligibilityField[];
  /** Never a condition: `whatsapp_number` while it is empty. */
  recommended_fields: string[];
}

/** `PUT /auth/user/profile/avatar`: the raw image as the body, png, jpeg or webp, 5 MB at most. */
export const avatarMediaTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export const avatarMaxBytes = 5_242_880;
