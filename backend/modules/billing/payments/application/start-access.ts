import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { ChangeSubscription } from '../../subscriptions/application/change-subscription';
import { ExtendSubscription, type GivenAccess } from '../../subscriptions/application/extend-subscription';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import { earliestOf } from '../domain/early-start';
import type { PaymentEntity } from '../persistence/payment.entity';

/** Gives the access an order paid for: not before a consumer's delay is over, and in the place of what it replaces. */
@Injectable()
export class StartAccess {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly change: ChangeSubscription,
    private readonly extend: ExtendSubscription,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, payment: PaymentEntity): Promise<GivenAccess> {
    await this.endReplaced(tx, payment);
    return this.extend.execute(tx, payment, { earliest: earliestOf(payment) });
  }

  /** It ran when the order was placed; it may have ended since. */
  private async endReplaced(tx: Transaction, payment: PaymentEntity): Promise<void> {
    const { memberId, planGroup, replacesSubscriptionId } = payment;
    if (!replacesSubscriptionId) return;
    await this.subscriptions.lockGroup(tx, memberId, planGroup);
    const replaced = await this.subscriptions.lock(tx, replacesSubscriptionId);
    const today = this.clock.today();
    if (replaced && replaced.endsOn > today) await this.change.endOn(tx, replaced, today);
  }
}
