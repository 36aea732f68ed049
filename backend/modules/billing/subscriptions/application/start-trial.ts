import { Injectable } from '@nestjs/common';
import { PaymentEligibility } from '@calmness/accounts';
import { addDays } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { FindOffer } from '../../offers/application/find-offer';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { GiveAccess, trialUsed } from './give-access';

/** A member tries a plan for a few days: once in its group, before anything else of it, nothing to pay. */
@Injectable()
export class StartTrial {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eligibility: PaymentEligibility,
    private readonly offers: FindOffer,
    private readonly subscriptions: SubscriptionRepository,
    private readonly give: GiveAccess,
  ) {}

  /** @throws DomainError billing.plan-not-found, billing.profile-incomplete, billing.trial-used */
  async execute({ memberId, planCode }: { memberId: Uuid; planCode: string }): Promise<SubscriptionEntity> {
    const plan = await this.offers.plan(planCode);
    const { trialDays } = plan;
    if (plan.kind !== 'trial' || trialDays === null)
      throw new DomainError('billing.plan-not-found', { plan_code: planCode }, 'not-found');
    const { canMakePayment, missingFields } = await this.eligibility.of(memberId);
    if (!canMakePayment)
      throw new DomainError('billing.profile-incomplete', { missing_fields: missingFields }, 'conflict');
    return this.unitOfWork.run(async (tx) => {
      await this.subscriptions.lockGroup(tx, memberId, plan.planGroup);
      // Whoever had access of the group knows it already.
      if (await this.subscriptions.latest(memberId, plan.planGroup, tx.manager)) throw trialUsed();
      const until = (startsOn: string) => addDays(startsOn, trialDays);
      return this.give.execute(tx, { memberId, plan, origin: 'trial', until });
    });
  }
}
