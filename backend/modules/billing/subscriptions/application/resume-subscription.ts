import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { assertNotEnded, ofMember } from '../domain/changing';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { ChangeSubscription } from './change-subscription';

/** A member changed his mind while his access still runs: the cancellation is withdrawn. */
@Injectable()
export class ResumeSubscription {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly change: ChangeSubscription,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.subscription-not-found, billing.subscription-ended */
  execute(command: { subscriptionId: Uuid; memberId: Uuid }): Promise<SubscriptionEntity> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.subscriptions.lock(tx, command.subscriptionId);
      const subscription = ofMember(found, command.memberId);
      assertNotEnded(subscription, this.clock.today());
      if (!subscription.cancelledAt) return subscription;
      const changes = { cancelledAt: null, cancelReason: null, cancelComment: null };
      return this.change.execute(tx, subscription, 'resumed', changes);
    });
  }
}
