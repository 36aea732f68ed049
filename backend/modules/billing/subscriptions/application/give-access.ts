import { Injectable } from '@nestjs/common';
import type { SubscriptionOrigin } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { Clock, daysBetween } from '@calmness/platform/clock';
import { isUniqueViolation, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { PlanEntity } from '../../offers/persistence/plan.entity';
import { newSubscription } from '../domain/new-subscription';
import { laterOf } from '../domain/subscription';
import { anchorNow } from '../domain/subscription-anchor';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';

export interface Gift {
  memberId: Uuid;
  plan: PlanEntity;
  origin: Exclude<SubscriptionOrigin, 'purchase'>;
  /** Exclusive end, from the day it starts. */
  until: (startsOn: IsoDate) => IsoDate;
  grantedBy?: Uuid;
  grantReason?: string;
}

/** Access nobody paid for here: a trial, a present of the house, a code bought elsewhere. Counted in days. */
@Injectable()
export class GiveAccess {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * From today, or from the end of what runs in the group.
   * @throws DomainError billing.trial-used, billing.subscription-overlap for an end before its start
   */
  async execute(tx: Transaction, gift: Gift): Promise<SubscriptionEntity> {
    const { memberId, plan } = gift;
    await this.subscriptions.lockGroup(tx, memberId, plan.planGroup);
    const latest = await this.subscriptions.latest(memberId, plan.planGroup, tx.manager);
    const today = this.clock.today();
    const startsOn = latest ? laterOf(latest.endsOn, today) : today;
    const endsOn = gift.until(startsOn);
    if (endsOn <= startsOn)
      throw new DomainError('billing.subscription-overlap', { starts_on: startsOn }, 'conflict');
    const subscription = this.draft(gift, startsOn, endsOn);
    await this.add(tx, subscription);
    tx.record('billing.subscription-activated', {
      ...{ subscriptionId: subscription.id, memberId, planId: plan.id, startsOn, endsOn, extended: false },
      anchor: anchorNow(subscription),
    });
    return subscription;
  }

  private draft(gift: Gift, startsOn: IsoDate, endsOn: IsoDate): SubscriptionEntity {
    const { memberId, plan, origin, grantedBy = null, grantReason = null } = gift;
    return {
      ...newSubscription,
      ...{ id: newId(), memberId, origin, startsOn, endsOn, grantedBy, grantReason },
      ...{ planId: plan.id, planCode: plan.code, planGroup: plan.planGroup, planName: plan.name },
      ...{ months: 0, bonusDays: daysBetween(startsOn, endsOn) },
      createdAt: this.clock.now(),
    };
  }

  private async add(tx: Transaction, subscription: SubscriptionEntity): Promise<void> {
    try {
      await this.subscriptions.add(tx, subscription);
    } catch (error) {
      if (isUniqueViolation(error, 'subscription_one_trial')) throw trialUsed();
      throw error;
    }
  }
}

export function trialUsed(): DomainError {
  return new DomainError('billing.trial-used', {}, 'conflict');
}
