import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { PasskeyEntity } from './passkey.entity';

export interface Challenge {
  id: Uuid;
  /** Whom it was given to; null for somebody at the door. */
  memberId: Uuid | null;
  challenge: string;
  expiresAt: Date;
}

@Injectable()
export class PasskeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  of(memberId: Uuid): Promise<PasskeyEntity[]> {
    return this.dataSource.manager.find(PasskeyEntity, { where: { memberId }, order: { id: 'ASC' } });
  }

  byCredential(credentialId: string): Promise<PasskeyEntity | null> {
    return this.dataSource.manager.findOneBy(PasskeyEntity, { credentialId });
  }

  async add(tx: Transaction, passkey: PasskeyEntity): Promise<void> {
    await tx.manager.insert(PasskeyEntity, passkey);
  }

  /** False for a key that is not the member's. */
  async rename(tx: Transaction, id: Uuid, memberId: Uuid, name: string): Promise<boolean> {
    return (await tx.manager.update(PasskeyEntity, { id, memberId }, { name })).affected === 1;
  }

  /** False for a key that is not the member's. */
  async remove(tx: Transaction, id: Uuid, memberId: Uuid): Promise<boolean> {
    return (await tx.manager.delete(PasskeyEntity, { id, memberId })).affected === 1;
  }

  async removeAll(tx: Transaction, memberId: Uuid): Promise<void> {
    await tx.manager.delete(PasskeyEntity, { memberId });
  }

  /** False when another use counted further in between: somebody copied the key. */
  async advance(tx: Transaction, id: Uuid, use: { from: string; to: number; at: Date }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE accounts.passkey SET counter = $3, last_used_at = $4
        WHERE id = $1 AND counter = $2 RETURNING 1`,
      [id, use.from, use.to, use.at],
    );
    return rows.length === 1;
  }

  async offer({ id, memberId, challenge, expiresAt }: Challenge): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO accounts.passkey_challenge (id, member_id, challenge, expires_at) VALUES ($1, $2, $3, $4)`,
      [id, memberId, challenge, expiresAt],
    );
  }

  /** Takes a challenge: it is good for one answer, right or wrong. */
  async take(id: Uuid, memberId: Uuid | null, now: Date): Promise<string | undefined> {
    const [rows] = await this.dataSource.query<[{ challenge: string }[], number]>(
      `DELETE FROM accounts.passkey_challenge
        WHERE id = $1 AND member_id IS NOT DISTINCT FROM $2 AND expires_at > $3 RETURNING challenge`,
      [id, memberId, now],
    );
    return rows[0]?.challenge;
  }

  async forgetChallenges(before: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM accounts.passkey_challenge WHERE expires_at < $1', [before]);
  }
}
