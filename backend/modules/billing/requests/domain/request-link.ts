import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '@calmness/platform/config';
import { isUuid, type Uuid } from '@calmness/platform/ids';

const purpose = 'confirm-cancellation';
/** How long the link of the acknowledgement works. */
export const linkLivesHours = 168;

/** The token of a request: its id and a MAC only the house can make; the same at every retry of the mail. */
function tokenWith(secret: string, requestId: Uuid): string {
  const mac = createHmac('sha256', secret).update(`${purpose}|${requestId}`).digest('base64url');
  return `${requestId}.${mac}`;
}

export function newToken(keys: KeyRing, requestId: Uuid): string {
  return tokenWith(keys.current().secret, requestId);
}

/** Made with the key of its day; undefined when that key is gone. */
export function tokenOf(keys: KeyRing, requestId: Uuid, hash: string): string | undefined {
  return keys
    .all()
    .map(({ secret }) => tokenWith(secret, requestId))
    .find((token) => matches(token, hash));
}

/** SHA-256 in hex: what is stored instead of the token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function matches(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash));
}

/** The request a token speaks of; undefined for what is no token. */
export function requestOf(token: string): Uuid | undefined {
  const [id = ''] = token.split('.');
  return isUuid(id) ? id : undefined;
}
