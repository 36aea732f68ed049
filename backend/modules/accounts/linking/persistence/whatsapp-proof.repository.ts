import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { WhatsAppProofEntity, type WhatsAppProofWay } from './whatsapp-proof.entity';

@Injectable()
export class WhatsAppProofRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(proofId: Uuid): Promise<WhatsAppProofEntity | null> {
    return this.dataSource.manager.findOneBy(WhatsAppProofEntity, { id: proofId });
  }

  /** The one in force, proven or waiting for its code. */
  inForce(
    memberId: Uuid,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<WhatsAppProofEntity | null> {
    return manager.findOneBy(WhatsAppProofEntity, { memberId, endedAt: IsNull() });
  }

  /** The numbers that waited at that instant to be proven: those of a few minutes. */
  waiting(tx: Transaction, at: Date): Promise<WhatsAppProofEntity[]> {
    return tx.manager.findBy(WhatsAppProofEntity, {
      ...{ provenAt: IsNull(), endedAt: IsNull() },
      ...{ createdAt: LessThanOrEqual(at), expiresAt: MoreThan(at) },
    });
  }

  async add(tx: Transaction, proof: WhatsAppProofEntity): Promise<void> {
    await tx.manager.insert(WhatsAppProofEntity, proof);
  }

  async countAttempt(tx: Transaction, proof: WhatsAppProofEntity): Promise<void> {
    await tx.manager.update(WhatsAppProofEntity, { id: proof.id }, { attempts: proof.attempts + 1 });
  }

  async prove(tx: Transaction, proofId: Uuid, way: WhatsAppProofWay, at: Date): Promise<void> {
    await tx.manager.update(WhatsAppProofEntity, { id: proofId }, { provenAt: at, provenBy: way });
  }

  /** Ends what is in force for the member; true when his number was proven until now. */
  async end(tx: Transaction, memberId: Uuid, now: Date): Promise<boolean> {
    const ended = await tx.query<{ proven: boolean }>(
      `UPDATE accounts.whatsapp_proof SET ended_at = $2
        WHERE member_id = $1 AND ended_at IS NULL RETURNING proven_at IS NOT NULL AS proven`,
      [memberId, now],
    );
    return ended.some(({ proven }) => proven);
  }

  /** Another member has proven the number; nobody proves it from then on until this transaction is through. */
  async isAnothers(tx: Transaction, number: string, memberId: Uuid): Promise<boolean> {
    await this.takeTurn(tx, number);
    return tx.manager.existsBy(WhatsAppProofEntity, {
      ...{ number, memberId: Not(memberId), provenAt: Not(IsNull()), endedAt: IsNull() },
    });
  }

  /** Takes a number from whoever had proven it before: numbers are handed on. Answers those members. */
  async takeFromOthers(tx: Transaction, number: string, memberId: Uuid, now: Date): Promise<Uuid[]> {
    await this.takeTurn(tx, number);
    const ended = await tx.query<{ memberId: Uuid }>(
      `UPDATE accounts.whatsapp_proof SET ended_at = $3
        WHERE number = $1 AND member_id <> $2 AND proven_at IS NOT NULL AND ended_at IS NULL
        RETURNING member_id AS "memberId"`,
      [number, memberId, now],
    );
    return ended.map((row) => row.memberId);
  }

  /** Forgets what was asked for and never proven; what was proven stays as the proof of consent. */
  async removeUnproven(tx: Transaction, before: Date): Promise<void> {
    await tx.query(`DELETE FROM accounts.whatsapp_proof WHERE proven_at IS NULL AND expires_at < $1`, [
      before,
    ]);
  }

  /** Two who prove one number at the same moment take turns. */
  private async takeTurn(tx: Transaction, number: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('accounts.whatsapp|' || $1, 0))`, [number]);
  }
}
