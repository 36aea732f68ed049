import { Injectable } from '@nestjs/common';
import type { Anchor, IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { subscriptionAnchor } from '../domain/subscription-anchor';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** Access ends earlier than it was bought for: the money went back. */
@Injectable()
export class ShortenSubscription {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  /** Never prolongs; a period that has not begun is left without a day. @param shorter `endsOn` is exclusive */
  async execute(tx: Transaction, shorter: { subscriptionId: Uuid; endsOn: IsoDate }): Promise<void> {
    const { subscriptionId } = shorter;
    const known = await this.subscriptions.find(subscriptionId, tx.manager);
    if (!known) throw new Error(`There is no subscription ${subscriptionId}`);
    const { memberId, planGroup } = known;
    await this.subscriptions.lockGroup(tx, memberId, planGroup);
    const running = (await this.subscriptions.find(subscriptionId, tx.manager)) ?? known;
    if (running.endsOn <= shorter.endsOn) return;
    const endsOn = shorter.endsOn < running.startsOn ? running.startsOn : shorter.endsOn;
    const version = running.version + 1;
    const cancelledAt = running.cancelledAt ?? this.clock.now();
    await this.subscriptions.update(tx, subscriptionId, { endsOn, cancelledAt, version });
    const anchor: Anchor =
      endsOn <= this.clock.today()
        ? { kind: 'subscription', subjectId: subscriptionId, version, ended: true }
        : subscriptionAnchor({ subjectId: subscriptionId, memberId, endsOn, version });
    tx.record('billing.subscription-shortened', { subscriptionId, memberId, endsOn, anchor });
  }
}
