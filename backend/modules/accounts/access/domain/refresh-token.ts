import { createHmac, randomBytes } from 'node:crypto';

/** Thirty days after the login, however often the session was refreshed. */
export const sessionDays = 30;
/** A token just replaced is still taken for this long: two tabs, or an answer that got lost (ACC-a01). */
export const graceSeconds = 30;

/** The first token of a session: 32 random bytes. */
export function firstRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The token that replaces another. It follows from its predecessor and our key, so that whoever
 * shows the predecessor within the grace gets the same successor again, though only hashes are stored.
 */
export function successorOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(`refresh|${token}`).digest('base64url');
}

/** True while a replaced token may still be shown without it being a theft. */
export function isWithinGrace(rotatedAt: Date, now: Date): boolean {
  return now.getTime() - rotatedAt.getTime() <= graceSeconds * 1_000;
}
