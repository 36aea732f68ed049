import { describe, expect, it } from 'vitest';
import { formatDay, formatMoney, formatRate, formatShortDay } from './formats';

describe('what members read', () => {
  it.each([
    [4_900, '49,00\u00A0€', '€49.00'],
    [5, '0,05\u00A0€', '€0.05'],
    [123_456_789, '1\u202F234\u202F567,89\u00A0€', '€1,234,567.89'],
    [-4_900, '-49,00\u00A0€', '-€49.00'],
  ])('%i cents are %s or %s', (cents, french, english) => {
    expect(formatMoney(cents, 'fr')).toBe(french);
    expect(formatMoney(cents, 'en')).toBe(english);
  });

  it('writes days and rates', () => {
    expect(formatDay('2026-11-20', 'fr')).toBe('20 novembre 2026');
    expect(formatDay('2026-11-20', 'en')).toBe('20 November 2026');
    expect(formatShortDay('2026-11-20')).toBe('20/11/2026');
    expect([formatRate(2_000), formatRate(550), formatRate(210)]).toEqual([
      '20\u00A0%',
      '5,5\u00A0%',
      '2,1\u00A0%',
    ]);
  });
});
