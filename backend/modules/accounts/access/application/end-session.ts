import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { SessionRepository } from '../persistence/session.repository';

/** A member ends one of his sessions, or all but the one he is in. */
@Injectable()
export class EndSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** Ending one that ended already is no error. @throws DomainError request.not-found for another member's */
  async execute(memberId: Uuid, sessionId: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.sessions.belongs(tx, sessionId, memberId)))
        throw new DomainError('request.not-found', {}, 'not-found');
      await this.sessions.revoke(tx, sessionId, 'revoked', this.clock.now());
    });
  }

  async others(memberId: Uuid, keptSessionId: Uuid): Promise<void> {
    await this.unitOfWork.run((tx) =>
      this.sessions.revokeAll(tx, memberId, 'revoked', this.clock.now(), keptSessionId),
    );
  }
}
