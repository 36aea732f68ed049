import type { IsoInstantText } from './primitives';

/** Where a member is known by another name, proven by a message or by the platform itself. */
export const linkedPlatforms = ['telegram', 'discord'] as const;
export type LinkedPlatform = (typeof linkedPlatforms)[number];

/** `reauth_needed`: the platform ended what the member granted; he connects again. */
export const externalAccountStates = ['active', 'reauth_needed'] as const;
export type ExternalAccountState = (typeof externalAccountStates)[number];

/** Why a channel cannot be linked at all. */
export const channelOffReasons = ['not_configured'] as const;
export type ChannelOffReason = (typeof channelOffReasons)[number];

export interface LinkedAccountView {
  /** As the platform last told it; null for somebody without one. */
  username: string | null;
  linked_at: IsoInstantText;
  state: ExternalAccountState;
}
export interface TelegramConnection {
  off_because: ChannelOffReason | null;
  account: LinkedAccountView | null;
  /** A link was given and waits to be opened in Telegram. */
  pending: { expires_at: IsoInstantText } | null;
  /** The last link was opened by somebody whose Telegram account is another member's. */
  taken: boolean;
}
export interface DiscordConnection {
  off_because: ChannelOffReason | null;
  account: LinkedAccountView | null;
}
export interface WhatsAppConnection {
  off_because: ChannelOffReason | null;
  /** E.164, as written in the profile; proven or not. */
  number: string | null;
  /** Null: nothing is sent there. */
  verified_at: IsoInstantText | null;
  opted_in_at: IsoInstantText | null;
  /** A code is on its way to the number. */
  pending: { number: string; expires_at: IsoInstantText; attempts_left: number } | null;
}
/** `GET /community/connections`. */
export interface ConnectionsView {
  telegram: TelegramConnection;
  discord: DiscordConnection;
  whatsapp: WhatsAppConnection;
}

/** `POST /community/telegram/link`: good for fifteen minutes and one person. */
export interface TelegramLink {
  /** `https://t.me/<bot>?start=<token>`. */
  url: string;
  /** The same as a whole `<svg>` element. */
  qr_svg: string;
  expires_at: IsoInstantText;
  /** Seconds from now. */
  expires_in: number;
}

/** `POST /community/discord/connect`: where the browser goes next. */
export interface DiscordConnect {
  authorize_url: string;
}
/** The callback sends the browser to `/user/settings?linked=discord`, or there with `failed=` and one of these. */
export const discordFailures = ['cancelled', 'expired', 'refused', 'taken', 'unavailable'] as const;
export type DiscordFailure = (typeof discordFailures)[number];

/** Which words the member agreed to when he asked for messages on WhatsApp; a new wording, a new number. */
export const whatsAppOptInVersion = 1;
/** `POST /auth/user/whatsapp/code`. */
export interface WhatsAppCodeRequest {
  /** E.164; becomes the number of the profile. */
  number: string;
  /** `whatsAppOptInVersion`: the words that stood beside the box he ticked. */
  opt_in_version: number;
}
export interface WhatsAppCodeSent {
  expires_at: IsoInstantText;
}
/** `POST /auth/user/whatsapp/verify`: six digits. */
export interface WhatsAppCode {
  code: string;
}
