import { Injectable } from '@nestjs/common';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { UseCoupon } from '../../offers/application/use-coupon';
import { couponDiscount } from '../../offers/domain/coupon';
import type { CouponEntity } from '../../offers/persistence/coupon.entity';
import type { PlanEntity } from '../../offers/persistence/plan.entity';
import type { Discount } from '../domain/discount';
import { FindUpgrade, type Upgrade } from './find-upgrade';

export interface OrderWishes {
  couponCode?: string;
  /** Take the place of what runs at once. */
  upgrade?: boolean;
}
export interface DiscountedOrder {
  discounts: Discount[];
  couponId: Uuid | null;
  replacesSubscriptionId: Uuid | null;
  /** What could be upgraded, whether or not it was wished. */
  upgrade: Upgrade | null;
}

/** What comes off the price of an order: the rest of what it replaces, and a coupon. */
@Injectable()
export class DiscountOrder {
  constructor(
    private readonly coupons: UseCoupon,
    private readonly findUpgrade: FindUpgrade,
  ) {}

  /** @throws DomainError billing.upgrade-not-possible, billing.coupon-invalid, billing.coupon-used-up */
  async execute(memberId: Uuid, plan: PlanEntity, wishes: OrderWishes): Promise<DiscountedOrder> {
    const upgrade = await this.upgradeOf(memberId, plan, wishes.upgrade);
    const credit = wishes.upgrade && upgrade ? [creditOf(upgrade)] : [];
    const code = wishes.couponCode?.trim();
    const coupon = code ? await this.coupons.find(code, plan.code, memberId) : null;
    return {
      discounts: [...credit, ...(coupon ? [reductionOf(coupon)] : [])],
      couponId: coupon?.id ?? null,
      replacesSubscriptionId: wishes.upgrade && upgrade ? upgrade.replaced.id : null,
      upgrade,
    };
  }

  private async upgradeOf(memberId: Uuid, plan: PlanEntity, wished?: boolean): Promise<Upgrade | null> {
    const upgrade = await this.findUpgrade.execute(memberId, plan);
    if (wished && !upgrade) throw new DomainError('billing.upgrade-not-possible', {}, 'conflict');
    return upgrade;
  }
}

function reductionOf(coupon: CouponEntity): Discount {
  const label = `Code ${coupon.code}`;
  return {
    label: { fr: label, en: label },
    centsOf: (priceCents: number) => couponDiscount(coupon, priceCents),
  };
}

function creditOf({ creditCents, replaced }: Upgrade): Discount {
  return {
    label: {
      fr: `Reprise du temps restant, ${replaced.planName.fr}`,
      en: `Credit for the time left, ${replaced.planName.en}`,
    },
    centsOf: () => creditCents,
  };
}
