import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { laterOf } from '../domain/subscription';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { ChangeSubscription } from './change-subscription';

/** Access ends earlier than it was bought for: the money went back. */
@Injectable()
export class ShortenSubscription {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly change: ChangeSubscription,
    private readonly clock: Clock,
  ) {}

  /** Never prolongs; a period that has not begun is left without a day. @param shorter `endsOn` is exclusive */
  async execute(tx: Transaction, shorter: { subscriptionId: Uuid; endsOn: IsoDate }): Promise<void> {
    const { subscriptionId } = shorter;
    const known = await this.subscriptions.find(subscriptionId, tx.manager);
    if (!known) throw new Error(`There is no subscription ${subscriptionId}`);
    await this.subscriptions.lockGroup(tx, known.memberId, known.planGroup);
    const running = (await this.subscriptions.lock(tx, subscriptionId)) ?? known;
    if (running.endsOn <= shorter.endsOn) return;
    const endsOn = laterOf(shorter.endsOn, running.startsOn);
    const awake = running.status === 'paused' ? { status: 'active' as const, pausedOn: null } : {};
    const cancelledAt = running.cancelledAt ?? this.clock.now();
    await this.change.moveEnd(tx, running, endsOn, 'ended', { ...awake, cancelledAt });
  }
}
