import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { hashOf } from '../domain/secret-link';
import { SessionRepository } from '../persistence/session.repository';

/** Ends the session of a refresh token; an unknown one has nothing to end. */
@Injectable()
export class LogOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute(shown: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const session = await this.sessions.lockByToken(tx, hashOf(shown));
      if (session) await this.sessions.revoke(tx, session.id, 'logout', this.clock.now());
    });
  }
}
