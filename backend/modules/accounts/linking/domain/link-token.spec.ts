import { describe, expect, it } from 'vitest';
import { challengeOf, discordVerifier, newLinkToken } from './link-token';

describe('a link token', () => {
  it('is 128 bits that a deep link carries unchanged, another each time', () => {
    const tokens = Array.from({ length: 100 }, () => newLinkToken());
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(new Set(tokens).size).toBe(100);
  });
});

describe('a PKCE verifier', () => {
  it('follows from the state and our key, and from neither alone', () => {
    const verifier = discordVerifier('key', 'state');
    expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(discordVerifier('key', 'state')).toBe(verifier);
    expect(discordVerifier('other', 'state')).not.toBe(verifier);
    expect(discordVerifier('key', 'other')).not.toBe(verifier);
  });

  it('has the challenge of RFC 7636, appendix B', () => {
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });
});
