import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { CouponEntity } from './coupon.entity';

export type CountedCoupon = CouponEntity & { uses: number };

@Injectable()
export class CouponRepository {
  constructor(private readonly dataSource: DataSource) {}

  findByCode(code: string): Promise<CouponEntity | null> {
    return this.dataSource.manager.findOneBy(CouponEntity, { code });
  }

  /** Orders that use it take turns: the last use is given once. */
  lock(tx: Transaction, id: Uuid): Promise<CouponEntity | null> {
    return tx.manager.findOne(CouponEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Its uses are the orders that carry it; one that was withdrawn or refused gave it back. */
  async usesOf(
    id: Uuid,
    memberId: Uuid,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ all: number; own: number }> {
    const rows = await manager.query<{ all: number; own: number }[]>(
      `SELECT count(*)::int AS all, (count(*) FILTER (WHERE member_id = $2))::int AS own
         FROM billing.payment WHERE coupon_id = $1 AND status NOT IN ('cancelled', 'rejected')`,
      [id, memberId],
    );
    return rows[0] ?? { all: 0, own: 0 };
  }

  /** False when the code is taken. */
  async add(tx: Transaction, coupon: CouponEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(CouponEntity).values(coupon);
    const result = await insert.orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  async update(tx: Transaction, id: Uuid, changes: Partial<CouponEntity>): Promise<void> {
    await tx.manager.update(CouponEntity, { id }, changes);
  }

  /** Newest first, each with its uses. */
  async list(): Promise<CountedCoupon[]> {
    const coupons = await this.dataSource.manager.find(CouponEntity, { order: { id: 'DESC' } });
    const counted = await this.dataSource.query<{ id: Uuid; uses: number }[]>(
      `SELECT coupon_id AS id, count(*)::int AS uses FROM billing.payment
        WHERE coupon_id IS NOT NULL AND status NOT IN ('cancelled', 'rejected') GROUP BY 1`,
    );
    const uses = new Map(counted.map((row) => [row.id, row.uses]));
    return coupons.map((coupon) => ({ ...coupon, uses: uses.get(coupon.id) ?? 0 }));
  }
}
