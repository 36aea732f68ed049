import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import type { RefundState } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { BillingSettingEntity } from './billing-setting.entity';
import { RefundEntity } from './refund.entity';

@Injectable()
export class RefundRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: Uuid, manager: EntityManager = this.dataSource.manager): Promise<RefundEntity | null> {
    return manager.findOneBy(RefundEntity, { id });
  }

  /** Oldest first. */
  ofPayment(paymentId: Uuid, manager: EntityManager = this.dataSource.manager): Promise<RefundEntity[]> {
    return manager.find(RefundEntity, { where: { paymentId }, order: { id: 'ASC' } });
  }

  lock(tx: Transaction, id: Uuid): Promise<RefundEntity | null> {
    return tx.manager.findOne(RefundEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first. */
  search(search: { state?: RefundState; beforeId?: string; limit: number }): Promise<RefundEntity[]> {
    const { state, beforeId, limit } = search;
    const where = {
      ...(state ? { state } : {}),
      ...(beforeId ? { id: LessThan(beforeId as Uuid) } : {}),
    };
    return this.dataSource.manager.find(RefundEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  async waiting(): Promise<{ count: number; oldestAt: Date | null }> {
    const [row] = await this.dataSource.query<{ count: number; oldest: Date | null }[]>(
      `SELECT count(*)::int AS count, min(requested_at) AS oldest FROM billing.refund WHERE state = 'requested'`,
    );
    return { count: row?.count ?? 0, oldestAt: row?.oldest ?? null };
  }

  async add(tx: Transaction, refund: RefundEntity): Promise<void> {
    await tx.manager.insert(RefundEntity, refund);
  }

  async decide(tx: Transaction, id: Uuid, decision: Partial<RefundEntity>): Promise<void> {
    await tx.manager.update(RefundEntity, { id, state: 'requested' }, decision);
  }

  async settings(manager: EntityManager = this.dataSource.manager): Promise<BillingSettingEntity> {
    return manager.findOneByOrFail(BillingSettingEntity, { one: true });
  }

  /** False when somebody changed them in between. */
  async changeSettings(tx: Transaction, fourEyesRefunds: boolean, version: number): Promise<boolean> {
    const changed = await tx.manager.update(
      BillingSettingEntity,
      { one: true, version },
      { fourEyesRefunds, version: version + 1 },
    );
    return changed.affected === 1;
  }
}
