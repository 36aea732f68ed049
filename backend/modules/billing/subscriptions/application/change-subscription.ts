import { Injectable } from '@nestjs/common';
import type { EventPayload, IsoDate } from '@calmness/events';
import { addDays, Clock, daysBetween } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { bonusUntil, laterOf } from '../domain/subscription';
import { anchorNow } from '../domain/subscription-anchor';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';

type Change = EventPayload<'billing.subscription-changed'>['change'];

/** Writes a change of a locked subscription and says so; those that wait behind it move along. */
@Injectable()
export class ChangeSubscription {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    subscription: SubscriptionEntity,
    change: Change,
    changes: Partial<SubscriptionEntity>,
  ): Promise<SubscriptionEntity> {
    const changed = { ...subscription, ...changes, version: subscription.version + 1 };
    await this.subscriptions.update(tx, subscription.id, { ...changes, version: changed.version });
    const { id: subscriptionId, memberId, planId, endsOn } = changed;
    const anchor = anchorNow(changed);
    tx.record('billing.subscription-changed', {
      ...{ subscriptionId, memberId, planId, endsOn, change, anchor },
    });
    return changed;
  }

  /**
   * Gives it days, or takes some when `endsOn` is earlier. What waits behind it in its group keeps its length and
   * moves as far.
   */
  async moveEnd(
    tx: Transaction,
    subscription: SubscriptionEntity,
    endsOn: IsoDate,
    change: Change,
    more: Partial<SubscriptionEntity> = {},
  ): Promise<SubscriptionEntity> {
    const days = daysBetween(subscription.endsOn, endsOn);
    if (days > 0) await this.pushBack(tx, subscription, days);
    const bonusDays = bonusUntil(subscription, endsOn);
    return this.execute(tx, subscription, change, { endsOn, bonusDays, ...more });
  }

  /**
   * It stops giving access on a day: refunds, upgrades and the staff end one so.
   * @throws DomainError billing.subscription-ended for a day behind its end
   */
  async endOn(tx: Transaction, subscription: SubscriptionEntity, day: IsoDate): Promise<SubscriptionEntity> {
    const today = this.clock.today();
    const endsOn = laterOf(laterOf(day, subscription.startsOn), laterOf(today, subscription.startsOn));
    if (endsOn > subscription.endsOn)
      throw new DomainError('billing.subscription-ended', { ended_on: subscription.endsOn }, 'conflict');
    const wake = subscription.status === 'paused' ? { status: 'active' as const, pausedOn: null } : {};
    return this.moveEnd(tx, subscription, endsOn, 'ended', wake);
  }

  /** From the last to the first, so that no two of them ever overlap on the way. */
  private async pushBack(tx: Transaction, subscription: SubscriptionEntity, days: number): Promise<void> {
    for (const waiting of await this.subscriptions.startingFrom(tx, subscription, subscription.endsOn)) {
      if (waiting.id === subscription.id) continue;
      const startsOn = addDays(waiting.startsOn, days);
      const endsOn = addDays(waiting.endsOn, days);
      const bonusDays = bonusUntil({ startsOn, months: waiting.months }, endsOn);
      await this.execute(tx, waiting, 'moved', { startsOn, endsOn, bonusDays });
    }
  }
}
