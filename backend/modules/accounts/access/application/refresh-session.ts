import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId } from '@calmness/platform/ids';
import { Log } from '@calmness/platform/observability';
import { isWithinGrace, successorOf } from '../domain/refresh-token';
import { hashOf } from '../domain/secret-link';
import { MemberRepository } from '../../directory/persistence/member.repository';
import type { SessionTokenEntity } from '../persistence/session-token.entity';
import type { SessionEntity } from '../persistence/session.entity';
import { SessionRepository } from '../persistence/session.repository';
import type { Grant } from './grant';

/**
 * Carries a session on with a new token. A token replaced up to 30 s ago gets the living one again;
 * shown later it was copied, and the whole session ends (RFC 9700 §4.14.2).
 */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly members: MemberRepository,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @throws DomainError accounts.session-expired for an unknown, ended or copied token */
  async execute(shown: string): Promise<Grant> {
    // A revocation has to be committed, so the refusal is thrown outside the transaction.
    const carried = await this.unitOfWork.run((tx) => this.carryOn(tx, shown));
    const member = carried && (await this.members.find(carried.session.memberId));
    if (!carried || !member) throw new DomainError('accounts.session-expired', {}, 'unauthenticated');
    const { session, refreshToken } = carried;
    return { member, sessionId: session.id, refreshToken, sessionEndsAt: session.expiresAt };
  }

  private async carryOn(
    tx: Transaction,
    shown: string,
  ): Promise<{ session: SessionEntity; refreshToken: string } | undefined> {
    const now = this.clock.now();
    const session = await this.sessions.lockByToken(tx, hashOf(shown));
    if (!session || session.revokedAt || session.expiresAt <= now) return undefined;
    const token = await this.sessions.findToken(tx, session.id, [hashOf(shown)]);
    if (!token) return undefined;
    if (!token.rotatedAt) return { session, refreshToken: await this.rotate(tx, token, shown, now) };
    if (!isWithinGrace(token.rotatedAt, now)) {
      await this.sessions.revoke(tx, session.id, 'token-reused', now);
      this.log.warn('a replaced refresh token was shown again: session ended', { session_id: session.id });
      return undefined;
    }
    const living = await this.livingAfter(tx, session, shown);
    return living ? { session, refreshToken: living } : undefined;
  }

  private async rotate(
    tx: Transaction,
    token: SessionTokenEntity,
    shown: string,
    now: Date,
  ): Promise<string> {
    const next = successorOf(shown, this.config.keys.link.current().secret);
    await this.sessions.markRotated(tx, token.id, now);
    await this.sessions.touch(tx, token.sessionId, now);
    await this.sessions.addToken(tx, {
      id: newId(),
      sessionId: token.sessionId,
      hash: hashOf(next),
      createdAt: now,
      rotatedAt: null,
    });
    return next;
  }

  /** Follows the chain from a replaced token to the living one; each link was made with one of our keys. */
  private async livingAfter(
    tx: Transaction,
    session: SessionEntity,
    shown: string,
  ): Promise<string | undefined> {
    let current = shown;
    for (;;) {
      const candidates = this.config.keys.link.all().map(({ secret }) => successorOf(current, secret));
      const next = await this.sessions.findToken(tx, session.id, candidates.map(hashOf));
      const raw = candidates.find((candidate) => hashOf(candidate) === next?.hash);
      if (!next || raw === undefined) return undefined;
      if (!next.rotatedAt) return raw;
      current = raw;
    }
  }
}
