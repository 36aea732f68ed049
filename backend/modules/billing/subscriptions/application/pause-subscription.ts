import { Injectable } from '@nestjs/common';
import { addDays, Clock, daysBetween } from '@calmness/platform/clock';
import { UnitOfWork, violatedConstraint, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { PlanRepository } from '../../offers/persistence/plan.repository';
import { assertNotEnded, ofMember, subscriptionNotFound } from '../domain/changing';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { ChangeSubscription } from './change-subscription';

export interface PauseCommand {
  subscriptionId: Uuid;
  /** Who asks; a member asks for his own, where the plan allows it. */
  by: { memberId: Uuid } | { staffId: Uuid; reason: string };
}

/** Access stands still from today; when the pause ends, its days are given back behind the end. */
@Injectable()
export class PauseSubscription {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly plans: PlanRepository,
    private readonly change: ChangeSubscription,
    private readonly clock: Clock,
  ) {}

  /**
   * Asked twice, done once.
   * @throws DomainError billing.subscription-{not-found,ended,not-pausable}
   */
  async pause(command: PauseCommand): Promise<SubscriptionEntity> {
    const before = await this.subscriptions.find(command.subscriptionId);
    const plan = before && (await this.plans.find(before.planId));
    return this.unitOfWork.run(async (tx) => {
      const subscription = await this.owned(tx, command);
      if (subscription.status === 'paused') return subscription;
      const today = this.clock.today();
      assertNotEnded(subscription, today);
      const allowed = 'staffId' in command.by || plan?.pausable === true;
      if (!allowed || subscription.startsOn > today)
        throw new DomainError('billing.subscription-not-pausable', {}, 'conflict');
      const paused = { status: 'paused', pausedOn: today } as const;
      const changed = await this.change.execute(tx, subscription, 'paused', paused);
      this.audit(tx, command, 'billing.pause-subscription', subscription, changed);
      return changed;
    });
  }

  /** @throws DomainError billing.subscription-{not-found,not-paused,overlap} */
  unpause(command: PauseCommand): Promise<SubscriptionEntity> {
    return this.unitOfWork.run(async (tx) => {
      const subscription = await this.owned(tx, command);
      const { pausedOn, endsOn } = subscription;
      if (!pausedOn) throw new DomainError('billing.subscription-not-paused', {}, 'conflict');
      const back = addDays(endsOn, daysBetween(pausedOn, this.clock.today()));
      const awake = { status: 'active', pausedOn: null } as const;
      const changed = await this.moved(tx, subscription, back, awake);
      this.audit(tx, command, 'billing.unpause-subscription', subscription, changed);
      return changed;
    });
  }

  /** @throws DomainError billing.subscription-overlap when something else of the group began meanwhile */
  private async moved(
    tx: Transaction,
    subscription: SubscriptionEntity,
    endsOn: string,
    awake: Partial<SubscriptionEntity>,
  ): Promise<SubscriptionEntity> {
    try {
      return await this.change.moveEnd(tx, subscription, endsOn, 'unpaused', awake);
    } catch (error) {
      if (violatedConstraint(error) === 'subscription_one_running')
        throw new DomainError('billing.subscription-overlap', {}, 'conflict');
      throw error;
    }
  }

  private async owned(tx: Transaction, { subscriptionId, by }: PauseCommand): Promise<SubscriptionEntity> {
    const found = await this.subscriptions.lock(tx, subscriptionId);
    if ('memberId' in by) return ofMember(found, by.memberId);
    if (!found) throw subscriptionNotFound();
    return found;
  }

  private audit(
    tx: Transaction,
    { by }: PauseCommand,
    action: string,
    before: SubscriptionEntity,
    after: SubscriptionEntity,
  ): void {
    if (!('staffId' in by)) return;
    tx.audit({
      ...{ actorId: by.staffId, action, objectType: 'subscription', objectId: before.id },
      before: { status: before.status, endsOn: before.endsOn },
      after: { status: after.status, endsOn: after.endsOn, reason: by.reason },
    });
  }
}
