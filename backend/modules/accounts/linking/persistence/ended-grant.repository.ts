import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { EndedGrantEntity } from './ended-grant.entity';

@Injectable()
export class EndedGrantRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Transaction, grant: EndedGrantEntity): Promise<void> {
    await tx.manager.insert(EndedGrantEntity, grant);
  }

  /** Those to end now, each kept from every other worker until `retryAt`, when it is due again. */
  async claim(tx: Transaction, now: Date, retryAt: Date, limit: number): Promise<EndedGrantEntity[]> {
    return tx.query<EndedGrantEntity>(
      `UPDATE accounts.ended_grant SET attempts = attempts + 1, next_attempt_at = $2
        WHERE id IN (SELECT id FROM accounts.ended_grant WHERE next_attempt_at <= $1
                      ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED)
        RETURNING id, external_id AS "externalId", sealed_token AS "sealedToken", ended_at AS "endedAt", attempts`,
      [now, retryAt, limit],
    );
  }

  async remove(grantId: Uuid): Promise<void> {
    await this.dataSource.manager.delete(EndedGrantEntity, { id: grantId });
  }

  /** By then the tokens ended by themselves. */
  async removeOlderThan(before: Date): Promise<void> {
    await this.dataSource.manager.delete(EndedGrantEntity, { endedAt: LessThan(before) });
  }
}
