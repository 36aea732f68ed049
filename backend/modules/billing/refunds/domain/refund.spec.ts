import { describe, expect, it } from 'vitest';
import { accessEndOf, assertRefundedOn } from './refund';

const today = '2026-11-20';
const running = { startsOn: '2026-11-01', endsOn: '2027-02-01' };
const all = { accessEndsOn: undefined, everything: true, paidFrom: '2026-11-01' };

describe('the end of access after a refund', () => {
  it.each([
    ['today, when all goes back', all, today],
    ['the first day of a renewal that has not begun', { ...all, paidFrom: '2027-01-01' }, '2027-01-01'],
    ['nothing new for a part', { ...all, everything: false }, null],
    ['what was asked for', { ...all, accessEndsOn: '2026-12-01' }, '2026-12-01'],
    ['nothing new when access stays', { ...all, accessEndsOn: null }, null],
  ])('is %s', (_name, asked, end) => {
    expect(accessEndOf(asked, running, today)).toBe(end);
  });

  it('is nothing new when no access runs', () => {
    expect(accessEndOf(all, null, today)).toBeNull();
    expect(accessEndOf(all, { ...running, endsOn: today }, today)).toBeNull();
  });

  it.each(['2026-11-19', '2027-02-02'])('is not %s', (accessEndsOn) => {
    expect(() => accessEndOf({ ...all, accessEndsOn }, running, today)).toThrow('billing.access-end-invalid');
  });
});

describe('the day money went back', () => {
  it('lies between the day it came and today', () => {
    for (const day of ['2026-11-10', today]) assertRefundedOn(day, '2026-11-10', today);
    for (const day of ['2026-11-09', '2026-11-21'])
      expect(() => assertRefundedOn(day, '2026-11-10', today)).toThrow('billing.received-on-invalid');
  });
});
