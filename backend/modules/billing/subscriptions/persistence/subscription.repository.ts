import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { SubscriptionEntity } from './subscription.entity';

@Injectable()
export class SubscriptionRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: Uuid, manager: EntityManager = this.dataSource.manager): Promise<SubscriptionEntity | null> {
    return manager.findOneBy(SubscriptionEntity, { id });
  }

  /** Purchases of one member in one group take turns until this transaction ends. */
  async lockGroup(tx: Transaction, memberId: Uuid, planGroup: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `billing.subscription|${memberId}|${planGroup}`,
    ]);
  }

  /** The subscription of the group that ends last. */
  latest(
    memberId: Uuid,
    planGroup: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SubscriptionEntity | null> {
    return manager.findOne(SubscriptionEntity, { where: { memberId, planGroup }, order: { endsOn: 'DESC' } });
  }

  /** Newest first. */
  list(memberId: Uuid, limit: number, beforeId?: string): Promise<SubscriptionEntity[]> {
    return this.dataSource.manager.find(SubscriptionEntity, {
      where: { memberId, ...(beforeId ? { id: LessThan(beforeId as Uuid) } : {}) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /** Those whose end is still to come, the first to end first. */
  unfinished(memberId: Uuid, today: IsoDate): Promise<SubscriptionEntity[]> {
    return this.dataSource.manager
      .createQueryBuilder(SubscriptionEntity, 's')
      .where('s.memberId = :memberId AND s.endsOn > :today', { memberId, today })
      .orderBy('s.endsOn', 'ASC')
      .getMany();
  }

  /** Running by the books though their end has come; locked, those another worker holds are left to it. */
  lockEnded(tx: Transaction, today: IsoDate, limit: number): Promise<SubscriptionEntity[]> {
    return tx.manager
      .createQueryBuilder(SubscriptionEntity, 's')
      .where(`s.status = 'active' AND s.endsOn <= :today`, { today })
      .orderBy('s.endsOn', 'ASC')
      .limit(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  async add(tx: Transaction, subscription: SubscriptionEntity): Promise<void> {
    await tx.manager.insert(SubscriptionEntity, subscription);
  }

  async update(tx: Transaction, id: Uuid, changes: Partial<SubscriptionEntity>): Promise<void> {
    await tx.manager.update(SubscriptionEntity, { id }, changes);
  }
}
