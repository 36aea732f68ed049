import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId } from '@calmness/platform/ids';
import { firstRefreshToken, sessionDays } from '../domain/refresh-token';
import { hashOf } from '../domain/secret-link';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { SessionRepository } from '../persistence/session.repository';
import type { Grant } from './grant';
import { PasswordHasher } from './password-hasher';

/** Opens a session. An unverified member may come in: the app asks him to prove his address there. */
@Injectable()
export class LogIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError accounts.invalid-credentials, the same for an unknown address, at the same cost */
  async execute(command: { email: string; password: string }): Promise<Grant> {
    const member = await this.members.findByEmail(command.email.trim());
    const right = await this.hasher.matches(member?.passwordHash, command.password);
    if (!member || !right) throw new DomainError('accounts.invalid-credentials', {}, 'unauthenticated');
    return this.open(member);
  }

  private async open(member: MemberEntity): Promise<Grant> {
    const now = this.clock.now();
    const refreshToken = firstRefreshToken();
    const sessionId = newId();
    const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000);
    await this.unitOfWork.run(async (tx) => {
      await this.sessions.add(tx, {
        id: sessionId,
        memberId: member.id,
        createdAt: now,
        expiresAt,
        revokedAt: null,
        revokedBecause: null,
      });
      const token = { id: newId(), sessionId, hash: hashOf(refreshToken), createdAt: now, rotatedAt: null };
      await this.sessions.addToken(tx, token);
    });
    return { member, sessionId, refreshToken, sessionEndsAt: expiresAt };
  }
}
