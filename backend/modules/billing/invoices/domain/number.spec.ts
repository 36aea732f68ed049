import { describe, expect, it } from 'vitest';
import { dayIn, businessZone } from '@calmness/platform/clock';
import { invoiceNumber, numberingYear } from './number';

describe('the legal number', () => {
  it.each([
    ['2026-11-20', 1, 'CT-20261120-0001'],
    ['2026-11-20', 9_999, 'CT-20261120-9999'],
    ['2026-11-20', 10_000, 'CT-20261120-10000'],
  ])('of %s, rank %i, is %s', (day, seq, number) => {
    expect(invoiceNumber('CT', day, seq)).toBe(number);
    expect(number.length).toBeLessThanOrEqual(35);
  });

  it('belongs to the year it is in Paris', () => {
    const yearAt = (instant: string): number => numberingYear(dayIn(new Date(instant), businessZone));
    expect(yearAt('2026-12-31T22:59:59Z')).toBe(2026);
    expect(yearAt('2026-12-31T23:00:00Z')).toBe(2027);
  });
});
