/** What a person granted; secrets, sealed at rest by whoever keeps them. */
export interface DiscordGrant {
  accessToken: string;
  refreshToken: string;
  expiresAt: Date;
  scopes: string[];
}
export interface DiscordPerson {
  id: string;
  username: string;
}
/** The grant ended: the person has to connect again. */
export class DiscordGrantEnded extends Error {}

/** Discord's OAuth 2 (authorisation code with PKCE), scopes `identify guilds.join`. */
export abstract class DiscordOAuth {
  /** False without client id and secret. */
  abstract readonly enabled: boolean;
  abstract authorizeUrl(request: { state: string; challenge: string; redirectUri: string }): string;
  /** @throws DiscordGrantEnded for a code that was used, expired or forged; Error when Discord does not answer */
  abstract exchange(answer: { code: string; verifier: string; redirectUri: string }): Promise<DiscordGrant>;
  /** Refresh tokens rotate: call it under a lock. @throws DiscordGrantEnded, Error */
  abstract refresh(refreshToken: string): Promise<DiscordGrant>;
  /** @throws DiscordGrantEnded, Error */
  abstract identify(accessToken: string): Promise<DiscordPerson>;
  /** Ends the grant on Discord's side; a grant that is gone already is a success. */
  abstract revoke(token: string): Promise<void>;
}
