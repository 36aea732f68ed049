import { Injectable } from '@nestjs/common';
import type { CancelReason } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { anchorNow } from '../domain/subscription-anchor';
import { assertNotEnded, ofMember } from '../domain/changing';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';

export interface CancelSubscriptionCommand {
  subscriptionId: Uuid;
  /** Whose it has to be. */
  memberId: Uuid;
  reason: CancelReason;
  /** In the member's own words. */
  comment?: string;
}

/** A member does not want to go on. He keeps what he paid for until its end; nobody reminds him any more. */
@Injectable()
export class CancelSubscription {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Asked twice, done once: the first reason stays.
   * @throws DomainError billing.subscription-not-found, billing.subscription-ended
   */
  execute(command: CancelSubscriptionCommand): Promise<SubscriptionEntity> {
    return this.unitOfWork.run((tx) => this.within(tx, command));
  }

  /** The same inside the caller's transaction. */
  async within(tx: Transaction, command: CancelSubscriptionCommand): Promise<SubscriptionEntity> {
    const found = await this.subscriptions.lock(tx, command.subscriptionId);
    const subscription = ofMember(found, command.memberId);
    if (subscription.cancelledAt) return subscription;
    assertNotEnded(subscription, this.clock.today());
    const changes = {
      cancelledAt: this.clock.now(),
      cancelReason: command.reason,
      cancelComment: command.comment?.trim() || null,
      version: subscription.version + 1,
    };
    await this.subscriptions.update(tx, subscription.id, changes);
    const cancelled = { ...subscription, ...changes };
    const { id: subscriptionId, memberId, planId, endsOn, version } = cancelled;
    const anchor = anchorNow(cancelled);
    tx.record('billing.subscription-cancelled', {
      ...{ subscriptionId, memberId, planId, endsOn, version, anchor },
    });
    return cancelled;
  }
}
