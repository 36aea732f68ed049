import { createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring';

/**
 * `keyId.mac` (HMAC-SHA-256) by every key there is, today's first: by it a text, e.g. a number, is known again where it
 * may not be kept. Without a key nobody can try all numbers there are.
 */
export function keyedHashes(keys: KeyRing, text: string): string[] {
  return keys
    .all()
    .map(({ id, secret }) => `${id}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
}

/** By the key of today. */
export function keyedHash(keys: KeyRing, text: string): string {
  return keyedHashes(keys, text)[0] ?? '';
}
