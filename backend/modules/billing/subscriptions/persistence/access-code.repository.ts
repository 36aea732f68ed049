import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BilingualText } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { AccessCodeEntity } from './access-code.entity';

export type AccessCodeWithPlan = AccessCodeEntity & { planName: BilingualText };

@Injectable()
export class AccessCodeRepository {
  constructor(private readonly dataSource: DataSource) {}

  findByHash(codeHash: string): Promise<AccessCodeEntity | null> {
    return this.dataSource.manager.findOneBy(AccessCodeEntity, { codeHash });
  }

  /** Two who type the same code take turns. */
  lock(tx: Transaction, id: Uuid): Promise<AccessCodeEntity | null> {
    return tx.manager.findOne(AccessCodeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async add(tx: Transaction, code: AccessCodeEntity): Promise<void> {
    await tx.manager.insert(AccessCodeEntity, code);
  }

  async update(tx: Transaction, id: Uuid, changes: Partial<AccessCodeEntity>): Promise<void> {
    await tx.manager.update(AccessCodeEntity, { id }, changes);
  }

  /** Newest first. */
  list(limit: number): Promise<AccessCodeWithPlan[]> {
    return this.dataSource.query<AccessCodeWithPlan[]>(
      `SELECT code.id, code.hint, code.label, code.months, code.expires_on::text AS "expiresOn",
              code.redeemed_at AS "redeemedAt", plan.name AS "planName"
         FROM billing.access_code AS code JOIN billing.plan ON plan.id = code.plan_id
        ORDER BY code.id DESC LIMIT $1`,
      [limit],
    );
  }
}
