import { describe, expect, it } from 'vitest';
import { newId } from '@calmness/platform/ids';
import { hashOf, linkToken, matchesHash, rowIdOf } from './secret-link';

describe('a secret link', () => {
  const id = newId();
  const token = linkToken('a key of the house', 'verify-email', id);

  it('is the same each time, and survives a URL unescaped', () => {
    expect(linkToken('a key of the house', 'verify-email', id)).toBe(token);
    expect(token).toMatch(/^[\w.-]+$/);
  });

  it('names its row', () => {
    expect(rowIdOf(token)).toBe(id);
    expect(rowIdOf('nonsense')).toBe('');
  });

  it('matches its own hash and nothing else', () => {
    const hash = hashOf(token);
    expect(matchesHash(token, hash)).toBe(true);
    expect(matchesHash(linkToken('another key', 'verify-email', id), hash)).toBe(false);
    expect(matchesHash(linkToken('a key of the house', 'verify-email', newId()), hash)).toBe(false);
    expect(matchesHash(`${token}x`, hash)).toBe(false);
  });
});
