import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import type { SessionEntity } from '../persistence/session.entity';
import { SessionRepository } from '../persistence/session.repository';

/** Where a member is logged in, the latest seen first. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  execute(memberId: Uuid): Promise<SessionEntity[]> {
    return this.sessions.livingOf(memberId, this.clock.now());
  }
}
