import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { SessionTokenEntity } from './session-token.entity';
import { SessionEntity, type RevocationReason } from './session.entity';

@Injectable()
export class SessionRepository {
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
