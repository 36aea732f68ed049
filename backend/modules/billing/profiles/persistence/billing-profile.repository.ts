import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { BillingProfileEntity } from './billing-profile.entity';

@Injectable()
export class BillingProfileRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(
    memberId: Uuid,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<BillingProfileEntity | null> {
    return manager.findOneBy(BillingProfileEntity, { memberId });
  }

  lock(tx: Transaction, memberId: Uuid): Promise<BillingProfileEntity | null> {
    return tx.manager.findOne(BillingProfileEntity, {
      where: { memberId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** False when somebody else wrote the first one meanwhile. */
  async add(tx: Transaction, profile: BillingProfileEntity): Promise<boolean> {
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(BillingProfileEntity)
      .values(profile)
      .orIgnore()
      .returning('member_id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }

  async update(tx: Transaction, memberId: Uuid, changes: Partial<BillingProfileEntity>): Promise<void> {
    await tx.manager.update(BillingProfileEntity, { memberId }, changes);
  }
}
