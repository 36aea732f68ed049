import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { PlanEntity } from './plan.entity';

@Injectable()
export class PlanRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order the academy shows them. */
  list(activeOnly: boolean): Promise<PlanEntity[]> {
    return this.dataSource.manager.find(PlanEntity, {
      where: activeOnly ? { active: true } : {},
      order: { position: 'ASC', id: 'ASC' },
    });
  }

  findByCode(code: string): Promise<PlanEntity | null> {
    return this.dataSource.manager.findOneBy(PlanEntity, { code });
  }

  find(id: Uuid): Promise<PlanEntity | null> {
    return this.dataSource.manager.findOneBy(PlanEntity, { id });
  }

  lock(tx: Transaction, id: Uuid): Promise<PlanEntity | null> {
    return tx.manager.findOne(PlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** False when the code is taken; nothing is written then. */
  async add(tx: Transaction, plan: PlanEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(PlanEntity).values(plan);
    const result = await insert.orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  async update(tx: Transaction, id: Uuid, changes: Partial<PlanEntity>): Promise<void> {
    await tx.manager.update(PlanEntity, { id }, changes);
  }
}
