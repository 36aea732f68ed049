import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What the first link points at. */
export const chainStart = '0'.repeat(64);

/**
 * Hash of a link: sha256(previous hash, line feed, canonical JSON (RFC 8785) of the content), in hex.
 * Changing one character of any link changes every hash after it.
 */
export function chainHash(previous: string, content: object): string {
  return createHash('sha256')
    .update(`${previous}\n${canonicalize(content) ?? ''}`)
    .digest('hex');
}
