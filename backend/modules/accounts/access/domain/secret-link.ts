import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Uuid } from '@calmness/platform/ids';

/** What a derived secret is for: a link of one purpose is worth nothing for another. */
export type LinkPurpose =
  'verify-email' | 'reset-password' | 'accept-invitation' | 'confirm-old-email' | 'confirm-new-email';

const separator = '.';

/** The token of a row: its id and a MAC only we can make. Same row and key, same token. */
export function linkToken(secret: string, purpose: LinkPurpose, rowId: Uuid): string {
  const mac = createHmac('sha256', secret).update(`${purpose}|${rowId}`).digest('base64url');
  return `${rowId}${separator}${mac}`;
}

/** The row a token speaks of, as text nobody has checked yet. */
export function rowIdOf(token: string): string {
  return token.slice(0, Math.max(0, token.indexOf(separator)));
}

/** SHA-256 in hex: what is stored instead of a secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** True when the token is the one whose hash was stored. */
export function matchesHash(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash));
}
