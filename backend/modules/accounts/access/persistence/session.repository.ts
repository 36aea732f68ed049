import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, MoreThan } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { SessionTokenEntity } from './session-token.entity';
import { SessionEntity, type RevocationReason } from './session.entity';

@Injectable()
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Alive now, the latest seen first. */
  livingOf(memberId: Uuid, now: Date): Promise<SessionEntity[]> {
    return this.dataSource.manager.find(SessionEntity, {
      where: { memberId, revokedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
  }

  belongs(tx: Transaction, sessionId: Uuid, memberId: Uuid): Promise<boolean> {
    return tx.manager.existsBy(SessionEntity, { id: sessionId, memberId });
  }

  find(sessionId: Uuid): Promise<SessionEntity | null> {
    return this.dataSource.manager.findOneBy(SessionEntity, { id: sessionId });
  }

  async touch(tx: Transaction, sessionId: Uuid, now: Date): Promise<void> {
    await tx.manager.update(SessionEntity, { id: sessionId }, { lastSeenAt: now });
  }

  async markTwoFactor(tx: Transaction, sessionId: Uuid): Promise<void> {
    await tx.manager.update(SessionEntity, { id: sessionId }, { twoFactor: true });
  }

  /** Ends every session of a member, but the one that is kept. */
  async revokeAll(
    tx: Transaction,
    memberId: Uuid,
    because: RevocationReason,
    now: Date,
    keptSessionId?: Uuid,
  ): Promise<void> {
    await tx.query(
      `UPDATE accounts.session SET revoked_at = $2, revoked_because = $3
        WHERE member_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $4`,
      [memberId, now, because, keptSessionId ?? null],
    );
  }

  async add(tx: Transaction, session: SessionEntity): Promise<void> {
    await tx.manager.insert(SessionEntity, session);
  }

  async addToken(tx: Transaction, token: SessionTokenEntity): Promise<void> {
    await tx.manager.insert(SessionTokenEntity, token);
  }

  /** The session a token belongs to, kept for this transaction: its refreshes take turns. */
  async lockByToken(tx: Transaction, hash: string): Promise<SessionEntity | null> {
    const token = await tx.manager.findOneBy(SessionTokenEntity, { hash });
    if (!token) return null;
    return tx.manager.findOne(SessionEntity, {
      where: { id: token.sessionId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The token of a locked session with any of the hashes. */
  findToken(tx: Transaction, sessionId: Uuid, hashes: string[]): Promise<SessionTokenEntity | null> {
    return tx.manager.findOneBy(SessionTokenEntity, { sessionId, hash: In(hashes) });
  }

  async markRotated(tx: Transaction, tokenId: Uuid, now: Date): Promise<void> {
    await tx.manager.update(SessionTokenEntity, { id: tokenId }, { rotatedAt: now });
  }

  /** Ends the whole family; one that ended before keeps its first reason. */
  async revoke(tx: Transaction, sessionId: Uuid, because: RevocationReason, now: Date): Promise<void> {
    await tx.query(
      `UPDATE accounts.session SET revoked_at = $2, revoked_because = $3
        WHERE id = $1 AND revoked_at IS NULL`,
      [sessionId, now, because],
    );
  }

  /** Forgets sessions that ended before the instant, with all their tokens. */
  async removeExpired(tx: Transaction, before: Date): Promise<void> {
    await tx.query('DELETE FROM accounts.session WHERE expires_at < $1', [before]);
  }
}
