import { describe, expect, it } from 'vitest';
import { codeAt, newSecret, otpauthUrl, stepOf } from './one-time-password';
import { isAppCode, newRecoveryCodes, recoveryHash } from './recovery-codes';

const now = new Date('2026-11-20T09:00:15Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe('a one-time password', () => {
  // RFC 6238, appendix B: the ASCII secret « 12345678901234567890 » at 59 s, last six digits.
  it('is the one the standard prints', () => {
    expect(codeAt('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(59_000))).toBe('287082');
  });

  it('is taken from the step before to the step after', () => {
    const secret = newSecret();
    const code = codeAt(secret, now);
    const step = stepOf(secret, code, now) ?? 0;
    expect(stepOf(secret, code, later(30))).toBe(step);
    expect(stepOf(secret, code, later(-30))).toBe(step);
    expect(stepOf(secret, code, later(90))).toBeUndefined();
    expect(stepOf(newSecret(), code, now)).toBeUndefined();
  });

  it('names the academy and the address in the app', () => {
    const url = new URL(otpauthUrl(newSecret(), 'awa@example.fr'));
    expect(decodeURIComponent(url.pathname)).toContain('awa@example.fr');
    expect(url.searchParams.get('issuer')).toBe('Calmness');
  });
});

describe('recovery codes', () => {
  it('are ten, different, and known again however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    const [code = ''] = codes;
    expect(code).toMatch(/^([A-HJKMNP-Z2-9]{4}-){3}[A-HJKMNP-Z2-9]{4}$/);
    expect(recoveryHash(code.toLowerCase().replaceAll('-', ' '))).toBe(recoveryHash(code));
  });

  it('are told from the codes of the app', () => {
    expect(isAppCode('123 456')).toBe(true);
    expect(isAppCode('1234567')).toBe(false);
    expect(isAppCode('K7QF-2MNP-X9AB-T4RC')).toBe(false);
  });
});
