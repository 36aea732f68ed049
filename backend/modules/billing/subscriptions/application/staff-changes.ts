import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@calmness/events';
import { addDays, Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { assertNotEnded, subscriptionNotFound } from '../domain/changing';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { ChangeSubscription } from './change-subscription';

interface StaffCommand {
  subscriptionId: Uuid;
  staffId: Uuid;
  reason: string;
}

/** The staff moves the end of a subscription, with a reason that stays in the audit. */
@Injectable()
export class StaffChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly change: ChangeSubscription,
    private readonly clock: Clock,
  ) {}

  /** Days on top. @throws DomainError billing.subscription-not-found, billing.subscription-ended */
  extend(command: StaffCommand & { days: number }): Promise<SubscriptionEntity> {
    return this.write(command, 'billing.extend-subscription', (tx, subscription) =>
      this.change.moveEnd(tx, subscription, addDays(subscription.endsOn, command.days), 'extended'),
    );
  }

  /** First day without access; today at the earliest. @throws as `extend` */
  end(command: StaffCommand & { endsOn: IsoDate }): Promise<SubscriptionEntity> {
    return this.write(command, 'billing.end-subscription', (tx, subscription) =>
      this.change.endOn(tx, subscription, command.endsOn),
    );
  }

  private write(
    { subscriptionId, staffId: actorId, reason }: StaffCommand,
    action: string,
    work: (tx: Transaction, subscription: SubscriptionEntity) => Promise<SubscriptionEntity>,
  ): Promise<SubscriptionEntity> {
    return this.unitOfWork.run(async (tx) => {
      const subscription = await this.subscriptions.lock(tx, subscriptionId);
      if (!subscription) throw subscriptionNotFound();
      assertNotEnded(subscription, this.clock.today());
      const changed = await work(tx, subscription);
      tx.audit({
        ...{ actorId, action, objectType: 'subscription', objectId: subscriptionId },
        before: { endsOn: subscription.endsOn },
        after: { endsOn: changed.endsOn, reason },
      });
      return changed;
    });
  }
}
