import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chainHash, chainStart } from './chain';

describe('a link of a chain', () => {
  it('is sha256(previous, line feed, canonical JSON)', () => {
    const expected = createHash('sha256').update(`${chainStart}\n{"a":"é","b":[1,null]}`).digest('hex');
    expect(chainHash(chainStart, { b: [1, null], a: 'é' })).toBe(expected);
  });

  it('depends on every character before it', () => {
    const first = chainHash(chainStart, { total: 4_900 });
    const other = chainHash(chainStart, { total: 4_901 });
    expect(first).not.toBe(other);
    expect(chainHash(first, { total: 1 })).not.toBe(chainHash(other, { total: 1 }));
  });
});
