import { Injectable } from '@nestjs/common';
import type { ActivityEntry } from '@calmness/contracts';
import { DashboardSlice, type DashboardPart } from '@calmness/platform/composition';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { eligibilityOf } from '../profile/domain/eligibility';
import type { ActivityEntity } from '../profile/persistence/activity.entity';
import { ActivityRepository } from '../profile/persistence/activity.repository';
import { MemberRepository } from '../directory/persistence/member.repository';
import { FeatureFlags } from '../settings/application/feature-flags';

const shownActivities = 10;

/** Welcome, recent activity, and the way to complete the profile. */
@Injectable()
export class AccountsDashboardSlice extends DashboardSlice {
  readonly name = 'accounts';

  constructor(
    private readonly members: MemberRepository,
    private readonly activities: ActivityRepository,
    private readonly featureFlags: FeatureFlags,
  ) {
    super();
  }

  /** @throws DomainError accounts.member-not-found */
  async read(memberId: Uuid): Promise<DashboardPart> {
    const [member, activities, showsActivity] = await Promise.all([
      this.members.find(memberId),
      this.activities.latest(memberId, shownActivities),
      this.featureFlags.isOn('dashboard-activity', memberId),
    ]);
    if (!member) throw new DomainError('accounts.member-not-found', {}, 'not-found');
    const complete = eligibilityOf(member).hasCompleteProfile;
    return {
      welcome: { first_name: member.firstName },
      ...(showsActivity ? { recent_activity: activities.map(present) } : {}),
      quick_actions: complete ? [] : [{ code: 'complete_profile', url: '/user/profile' }],
    };
  }
}

function present({ kind, at, subject, url }: ActivityEntity): ActivityEntry {
  return { kind, at: at.toISOString(), subject, url };
}
