import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { eligibilityOf } from '../domain/eligibility';
import { ActivityRepository } from '../persistence/activity.repository';
import { MemberRepository } from '../../directory/persistence/member.repository';

/** What made us look again. */
export interface Cause {
  eventId: Uuid;
  at: Date;
}

/** Brings the stored flags up to the member's row and announces a change, whatever order events come in. */
@Injectable()
export class RecomputeEligibility {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly activities: ActivityRepository,
  ) {}

  async execute(memberId: Uuid, cause: Cause): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, memberId);
      if (!member) return;
      const { canMakePayment, hasCompleteProfile } = eligibilityOf(member);
      if (canMakePayment !== member.canMakePayment) {
        tx.record('accounts.payment-eligibility-changed', { memberId, canMakePayment });
      }
      if (hasCompleteProfile && !member.hasCompleteProfile) await this.noteFirst(tx, memberId, cause);
      await this.members.update(tx, memberId, { canMakePayment, hasCompleteProfile });
    });
  }

  /** The feed tells it the first time only, not after every emptied and refilled field. */
  private async noteFirst(tx: Transaction, memberId: Uuid, { eventId, at }: Cause): Promise<void> {
    const kind = 'profile_completed';
    if (await this.activities.existsOfKind(tx, memberId, kind)) return;
    await this.activities.add(tx, { eventId, kind, memberId, subject: null, url: '/user/profile', at });
  }
}
