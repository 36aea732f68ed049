import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { SessionRepository } from '../persistence/session.repository';

const keptMs = 24 * 3_600_000;

/** Forgets sessions a day after their end. */
@Injectable()
export class PurgeSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptMs);
    await this.unitOfWork.run((tx) => this.sessions.removeExpired(tx, before));
  }
}
