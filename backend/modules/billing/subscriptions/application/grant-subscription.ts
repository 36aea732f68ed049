import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import type { IsoDate } from '@calmness/events';
import { addDays } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { PlanRepository } from '../../offers/persistence/plan.repository';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { GiveAccess } from './give-access';

export interface GrantCommand {
  staffId: Uuid;
  memberId: Uuid;
  planCode: string;
  /** Included. */
  lastDay: IsoDate;
  reason: string;
}

/** The staff gives a member access: with an end and a reason, without an invoice. */
@Injectable()
export class GrantSubscription {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberDirectory,
    private readonly plans: PlanRepository,
    private readonly give: GiveAccess,
  ) {}

  /** @throws DomainError accounts.member-not-found, billing.plan-not-found, billing.subscription-overlap */
  async execute({ staffId, memberId, planCode, lastDay, reason }: GrantCommand): Promise<SubscriptionEntity> {
    if (!(await this.members.find(memberId)))
      throw new DomainError('accounts.member-not-found', {}, 'not-found');
    const plan = await this.plans.findByCode(planCode);
    if (!plan) throw new DomainError('billing.plan-not-found', { plan_code: planCode }, 'not-found');
    return this.unitOfWork.run(async (tx) => {
      const subscription = await this.give.execute(tx, {
        ...{ memberId, plan, origin: 'complimentary', grantedBy: staffId, grantReason: reason },
        until: () => addDays(lastDay, 1),
      });
      const { id, startsOn, endsOn } = subscription;
      tx.audit({
        ...{ actorId: staffId, action: 'billing.grant-subscription' },
        ...{ objectType: 'subscription', objectId: id, before: null },
        after: { memberId, planCode, startsOn, endsOn, reason },
      });
      return subscription;
    });
  }
}
