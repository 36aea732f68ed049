import type { CouponKind } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { DomainError } from '@calmness/platform/errors';

export interface CouponRule {
  kind: CouponKind;
  /** Whole percent, or EUR cents. */
  value: number;
  planCodes: readonly string[];
  validFrom: IsoDate;
  /** Last day included. */
  validTo: IsoDate | null;
  active: boolean;
}

/** `  noël-10 ` and `NOEL10` are not the same code; capitals and spaces make no difference. */
export function normaliseCoupon(code: string): string {
  return code.toUpperCase().replaceAll(/[\s-]/g, '');
}

/** @throws DomainError billing.coupon-invalid, the same for one that is unknown, over, not yet open or for another plan */
export function assertUsable(coupon: CouponRule | null, planCode: string, today: IsoDate): void {
  const usable =
    coupon?.active === true &&
    coupon.validFrom <= today &&
    (coupon.validTo === null || today <= coupon.validTo) &&
    (coupon.planCodes.length === 0 || coupon.planCodes.includes(planCode));
  if (!usable) throw invalidCoupon();
}

/** EUR cents off a price; a percentage is rounded down, an amount may exceed the price. */
export function couponDiscount({ kind, value }: CouponRule, priceCents: number): number {
  return kind === 'percent' ? Math.floor((priceCents * value) / 100) : value;
}

export function invalidCoupon(): DomainError {
  return new DomainError('billing.coupon-invalid', {}, 'invalid', [
    { field: 'coupon_code', code: 'invalid' },
  ]);
}
