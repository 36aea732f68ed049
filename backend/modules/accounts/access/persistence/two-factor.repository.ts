import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { TwoFactorEntity } from './two-factor.entity';

@Injectable()
export class TwoFactorRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(memberId: Uuid): Promise<TwoFactorEntity | null> {
    return this.dataSource.manager.findOneBy(TwoFactorEntity, { memberId });
  }

  lock(tx: Transaction, memberId: Uuid): Promise<TwoFactorEntity | null> {
    return tx.manager.findOne(TwoFactorEntity, { where: { memberId }, lock: { mode: 'pessimistic_write' } });
  }

  /** A new secret in place of one that was never confirmed; false when a confirmed one stands. */
  async propose(tx: Transaction, memberId: Uuid, sealedSecret: string, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO accounts.two_factor AS known (member_id, sealed_secret, created_at)
       VALUES ($1, $2, $3)
       ON CONFLICT (member_id) DO UPDATE
         SET sealed_secret = excluded.sealed_secret, created_at = excluded.created_at, last_step = NULL
         WHERE known.enabled_at IS NULL
       RETURNING member_id`,
      [memberId, sealedSecret, now],
    );
    return rows.length === 1;
  }

  async enable(tx: Transaction, memberId: Uuid, step: number, now: Date): Promise<void> {
    await tx.manager.update(TwoFactorEntity, { memberId }, { enabledAt: now, lastStep: String(step) });
  }

  async noteStep(tx: Transaction, memberId: Uuid, step: number): Promise<void> {
    await tx.manager.update(TwoFactorEntity, { memberId }, { lastStep: String(step) });
  }

  /** The recovery codes go with it. */
  async remove(tx: Transaction, memberId: Uuid): Promise<void> {
    await tx.manager.delete(TwoFactorEntity, { memberId });
  }

  async replaceCodes(tx: Transaction, memberId: Uuid, hashes: readonly string[]): Promise<void> {
    await tx.manager.delete(RecoveryCodeEntity, { memberId });
    await tx.manager.insert(
      RecoveryCodeEntity,
      hashes.map((hash) => ({ id: newId(), memberId, hash, usedAt: null })),
    );
  }

  /** Uses a code up; false when there is none like it left. */
  async useCode(tx: Transaction, memberId: Uuid, hash: string, now: Date): Promise<boolean> {
    const used = await tx.query(
      `UPDATE accounts.recovery_code SET used_at = $3
        WHERE member_id = $1 AND hash = $2 AND used_at IS NULL RETURNING id`,
      [memberId, hash, now],
    );
    return used.length === 1;
  }

  codesLeft(memberId: Uuid): Promise<number> {
    return this.dataSource.manager.countBy(RecoveryCodeEntity, { memberId, usedAt: IsNull() });
  }
}
