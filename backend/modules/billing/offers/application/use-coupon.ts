import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { assertUsable, invalidCoupon, normaliseCoupon } from '../domain/coupon';
import type { CouponEntity } from '../persistence/coupon.entity';
import { CouponRepository } from '../persistence/coupon.repository';

/** A code somebody typed while he orders a plan. */
@Injectable()
export class UseCoupon {
  constructor(
    private readonly coupons: CouponRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The coupon, as far as can be told before the order.
   * @throws DomainError billing.coupon-invalid, billing.coupon-used-up
   */
  async find(code: string, planCode: string, memberId: Uuid): Promise<CouponEntity> {
    const coupon = await this.coupons.findByCode(normaliseCoupon(code));
    assertUsable(coupon, planCode, this.clock.today());
    if (!coupon) throw invalidCoupon();
    assertLeft(coupon, await this.coupons.usesOf(coupon.id, memberId));
    return coupon;
  }

  /** Inside the order's transaction: whoever orders at the same time waits. @throws as `find` */
  async claim(tx: Transaction, couponId: Uuid, planCode: string, memberId: Uuid): Promise<void> {
    const coupon = await this.coupons.lock(tx, couponId);
    assertUsable(coupon, planCode, this.clock.today());
    if (coupon) assertLeft(coupon, await this.coupons.usesOf(couponId, memberId, tx.manager));
  }
}

function assertLeft({ maxUses }: CouponEntity, { all, own }: { all: number; own: number }): void {
  if (own > 0 || (maxUses !== null && all >= maxUses))
    throw new DomainError('billing.coupon-used-up', { own: own > 0 }, 'conflict', [
      { field: 'coupon_code', code: 'invalid' },
    ]);
}
