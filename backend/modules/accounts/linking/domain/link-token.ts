import { createHash, createHmac, randomBytes } from 'node:crypto';

/** How long a link to Telegram works. */
export const telegramLinkMinutes = 15;
/** How long a member may take at Discord's door. */
export const discordStateMinutes = 10;
/** How many links of one platform a member is given in an hour. */
export const linksAnHour = 5;

/** 128 bits in 22 characters that `/start` and a query string carry unchanged. */
export function newLinkToken(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * The PKCE verifier of a state (RFC 7636 §4.1): whoever sees the state in an address bar cannot make it, and it
 * need not be kept.
 */
export function discordVerifier(secret: string, state: string): string {
  return createHmac('sha256', secret).update(`discord-verifier|${state}`).digest('base64url');
}

/** The challenge of a verifier, method S256 (RFC 7636 §4.2). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
