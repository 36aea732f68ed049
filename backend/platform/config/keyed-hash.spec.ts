import { describe, expect, it } from 'vitest';
import { KeyRing } from './key-ring';
import { keyedHash, keyedHashes } from './keyed-hash';

const oldKey = `k1:${'a'.repeat(43)}`;
const newKey = `k2:${'b'.repeat(43)}`;

describe('a keyed hash', () => {
  it('is the same for the same text, and known again after the keys were replaced', () => {
    const before = keyedHash(KeyRing.parse(oldKey), 'number|+33612345678');
    const ring = KeyRing.parse(`${newKey},${oldKey}`);
    expect(before).toMatch(/^k1\.[\w-]{43}$/);
    expect(keyedHash(ring, 'number|+33612345678')).toMatch(/^k2\./);
    expect(keyedHashes(ring, 'number|+33612345678')).toContain(before);
    expect(keyedHashes(ring, 'number|+33612345679')).not.toContain(before);
  });
});
