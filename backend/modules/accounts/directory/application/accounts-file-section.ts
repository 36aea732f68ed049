import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { MemberFileSection, type MemberFilePart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { SessionRepository } from '../../access/persistence/session.repository';
import { ActivityRepository } from '../../profile/persistence/activity.repository';

const newestActivities = 20;

/** Where a member is logged in, and what happened to him. */
@Injectable()
export class AccountsFileSection extends MemberFileSection {
  readonly name = 'accounts';
  readonly permission = 'accounts.members-read';

  constructor(
    private readonly sessions: SessionRepository,
    private readonly activities: ActivityRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async read(memberId: Uuid): Promise<MemberFilePart> {
    const [sessions, activity] = await Promise.all([
      this.sessions.livingOf(memberId, this.clock.now()),
      this.activities.latest(memberId, newestActivities),
    ]);
    return {
      sessions: sessions.map(({ device, browser, country, lastSeenAt }) => ({
        ...{ device, browser, country },
        last_seen_at: lastSeenAt.toISOString(),
      })),
      activity: activity.map(({ kind, subject, at }) => ({ kind, subject, at: at.toISOString() })),
    };
  }
}
