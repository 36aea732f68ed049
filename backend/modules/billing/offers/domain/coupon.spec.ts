import { describe, expect, it } from 'vitest';
import { assertUsable, couponDiscount, normaliseCoupon, type CouponRule } from './coupon';

const coupon: CouponRule = {
  ...{ kind: 'percent', value: 15, planCodes: ['premium'], active: true },
  ...{ validFrom: '2026-11-01', validTo: '2026-11-30' },
};
const usable = (rule: CouponRule | null, plan = 'premium', today = '2026-11-20'): boolean => {
  try {
    assertUsable(rule, plan, today);
    return true;
  } catch {
    return false;
  }
};

describe('a coupon', () => {
  it('is read whatever its capitals and spaces', () => {
    expect(normaliseCoupon(' noel-26 ')).toBe('NOEL26');
  });

  it('is for its plans, its days, and while it is switched on', () => {
    expect(usable(coupon)).toBe(true);
    expect(usable({ ...coupon, planCodes: [] }, 'essentiel')).toBe(true);
    expect(usable({ ...coupon, validTo: null }, 'premium', '2030-01-01')).toBe(true);
    expect([
      usable(null),
      usable(coupon, 'essentiel'),
      usable(coupon, 'premium', '2026-10-31'),
      usable(coupon, 'premium', '2026-12-01'),
      usable({ ...coupon, active: false }),
    ]).toEqual([false, false, false, false, false]);
    expect(usable(coupon, 'premium', '2026-11-30')).toBe(true);
  });

  it('takes whole cents off, rounded down', () => {
    expect(couponDiscount(coupon, 12_999)).toBe(1_949);
    expect(couponDiscount({ ...coupon, kind: 'amount', value: 1_000 }, 4_900)).toBe(1_000);
  });
});
