import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { normaliseCoupon } from '../domain/coupon';
import type { CouponEntity } from '../persistence/coupon.entity';
import { CouponRepository, type CountedCoupon } from '../persistence/coupon.repository';

export type CouponDetails = Omit<CouponEntity, 'id' | 'version' | 'createdBy' | 'createdAt'>;
/** What it takes off never changes: orders refer to it. */
export type CouponChanges = Partial<Omit<CouponDetails, 'code' | 'kind' | 'value'>>;

/** The staff makes coupons and switches them off; none is ever deleted. */
@Injectable()
export class ManageCoupons {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly coupons: CouponRepository,
    private readonly clock: Clock,
  ) {}

  list(): Promise<CountedCoupon[]> {
    return this.coupons.list();
  }

  /** @throws DomainError billing.coupon-code-taken, billing.coupon-covers-all for a hundred percent */
  async create(actorId: Uuid, details: CouponDetails): Promise<CountedCoupon> {
    if (details.kind === 'percent' && details.value >= 100)
      throw new DomainError('billing.coupon-covers-all', {}, 'invalid', [
        { field: 'value', code: 'too_large' },
      ]);
    const coupon: CouponEntity = {
      ...{ ...details, code: normaliseCoupon(details.code), id: newId(), version: 1 },
      ...{ createdBy: actorId, createdAt: this.clock.now() },
    };
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.coupons.add(tx, coupon)))
        throw new DomainError('billing.coupon-code-taken', { code: coupon.code }, 'conflict');
      tx.audit({
        ...{ actorId, action: 'billing.create-coupon', objectType: 'coupon', objectId: coupon.id },
        ...{ before: null, after: { ...details } },
      });
      return { ...coupon, uses: 0 };
    });
  }

  /** @throws DomainError billing.coupon-not-found, billing.version-conflict */
  async change(
    actorId: Uuid,
    id: Uuid,
    { version, ...changes }: CouponChanges & { version: number },
  ): Promise<CountedCoupon> {
    await this.unitOfWork.run(async (tx) => {
      const coupon = await this.coupons.lock(tx, id);
      if (!coupon) throw notFound();
      if (coupon.version !== version)
        throw new DomainError('billing.version-conflict', { version: coupon.version }, 'conflict');
      await this.coupons.update(tx, id, { ...changes, version: version + 1 });
      const before = Object.fromEntries(Object.entries(coupon).filter(([key]) => key in changes));
      tx.audit({
        ...{ actorId, action: 'billing.update-coupon', objectType: 'coupon', objectId: id },
        ...{ before, after: { ...changes } },
      });
    });
    const changed = (await this.coupons.list()).find((coupon) => coupon.id === id);
    if (!changed) throw notFound();
    return changed;
  }
}

function notFound(): DomainError {
  return new DomainError('billing.coupon-not-found', {}, 'not-found');
}
