import { Injectable } from '@nestjs/common';
import { Between, DataSource, LessThan, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import { startOfDay } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { SubscriptionEntity } from './subscription.entity';

@Injectable()
export class SubscriptionRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: Uuid, manager: EntityManager = this.dataSource.manager): Promise<SubscriptionEntity | null> {
    return manager.findOneBy(SubscriptionEntity, { id });
  }

  /** Those who change a subscription take turns. */
  lock(tx: Transaction, id: Uuid): Promise<SubscriptionEntity | null> {
    return tx.manager.findOne(SubscriptionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those of the group that begin on a day or after it, the last first, for whoever moves them. */
  startingFrom(
    tx: Transaction,
    { memberId, planGroup }: Pick<SubscriptionEntity, 'memberId' | 'planGroup'>,
    day: IsoDate,
  ): Promise<SubscriptionEntity[]> {
    return tx.manager.find(SubscriptionEntity, {
      where: { memberId, planGroup, startsOn: MoreThanOrEqual(day) },
      order: { startsOn: 'DESC' },
      lock: { mode: 'pessimistic_write' },
    });
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

  /** One that ran and whose end, 00:00 in Paris of its day, came after an instant. */
  async endedSince(memberId: Uuid, firstDay: IsoDate, today: IsoDate, since: Date): Promise<boolean> {
    const ended = await this.dataSource.manager.find(SubscriptionEntity, {
      where: { memberId, status: Not('paused'), endsOn: Between(firstDay, today) },
    });
    return ended.some(({ startsOn, endsOn }) => startsOn < endsOn && startOfDay(endsOn) > since);
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
