import { describe, expect, it } from 'vitest';
import { newId } from '@calmness/platform/ids';
import { isWhatsAppCode, whatsAppCode } from './whatsapp-code';

describe('a WhatsApp code', () => {
  it('is six digits that follow from the row and our key', () => {
    const id = newId();
    expect(whatsAppCode('key', id)).toBe(whatsAppCode('key', id));
    const codes = Array.from({ length: 200 }, () => whatsAppCode('key', newId()));
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
    expect(new Set(codes).size).toBeGreaterThan(190);
  });

  it.each([
    ['123456', true],
    ['123 456', true],
    ['123\u202f456', true],
    [' 123456 ', true],
    ['123457', false],
    ['12345', false],
    ['1234567', false],
    ['', false],
    ['é23456', false],
  ])('typed as “%s” is taken: %s', (typed, taken) => {
    expect(isWhatsAppCode(typed, '123456')).toBe(taken);
  });
});
