import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** The 32 bytes the cipher asks for, from a key of any length. */
function cipherKey(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/**
 * Encrypts a secret the database has to keep (AES-256-GCM). `owner` is bound to it: copied into the row
 * of somebody else it no longer opens. The key's id stands in front, so that keys may be replaced.
 */
export function seal(keys: KeyRing, owner: string, text: string): string {
  const key = keys.current();
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, cipherKey(key.secret), nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${key.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** @throws Error when the key is gone, the owner is another or a bit was changed */
export function unseal(keys: KeyRing, owner: string, sealed: string): string {
  const dot = sealed.indexOf('.');
  const secret = keys.find(sealed.slice(0, dot));
  if (!secret) throw new Error('The key of a sealed text is gone');
  const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
  const decipher = createDecipheriv(algorithm, cipherKey(secret), bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(
    'utf8',
  );
}
