import { describe, expect, it } from 'vitest';
import { earliestStart, lastWithdrawalDay, withdrawalRefund } from './withdrawal';

describe('the fourteen days to withdraw', () => {
  it('count from the day after the order, and never end on a weekend', () => {
    expect(lastWithdrawalDay('2026-11-20')).toBe('2026-12-04');
    // 5 December 2026 is a Saturday, the 6th a Sunday.
    expect([lastWithdrawalDay('2026-11-21'), lastWithdrawalDay('2026-11-22')]).toEqual([
      '2026-12-07',
      '2026-12-07',
    ]);
    expect(earliestStart('2026-11-20')).toBe('2026-12-04');
  });

  const order = { amountCents: 4_900, startsOn: '2026-11-20', endsOn: '2026-12-20', consented: true };

  it('give everything back to whoever did not ask for an early start', () => {
    expect(withdrawalRefund({ ...order, consented: false }, '2026-11-25')).toBe(4_900);
  });

  it('leave the days served due, to the cent, in favour of the consumer', () => {
    // 5 of 30 days of 49,00 €: 816,66… cents are due, 816 are kept.
    expect(withdrawalRefund(order, '2026-11-25')).toBe(4_900 - 816);
    expect(withdrawalRefund(order, '2026-11-20')).toBe(4_900);
    expect(withdrawalRefund(order, '2026-11-01')).toBe(4_900);
    expect(withdrawalRefund(order, '2027-03-01')).toBe(0);
  });

  it('give nothing back of what was not paid', () => {
    expect(withdrawalRefund({ ...order, startsOn: null, endsOn: null }, '2026-11-25')).toBe(0);
  });
});
