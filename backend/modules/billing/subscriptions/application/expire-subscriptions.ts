import { Injectable } from '@nestjs/common';
import type { Anchor } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { statusAtEnd } from '../domain/subscription';
import { subscriptionAnchor } from '../domain/subscription-anchor';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';

const batch = 100;

/** Writes down that subscriptions ended. Readers knew already: they compare dates. */
@Injectable()
export class ExpireSubscriptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    let ended: number;
    do {
      ended = await this.unitOfWork.run(async (tx) => {
        const batchOfEnded = await this.subscriptions.lockEnded(tx, this.clock.today(), batch);
        for (const subscription of batchOfEnded) await this.end(tx, subscription);
        return batchOfEnded.length;
      });
    } while (ended === batch);
  }

  private async end(tx: Transaction, subscription: SubscriptionEntity): Promise<void> {
    const { id, memberId, endsOn } = subscription;
    const version = subscription.version + 1;
    await this.subscriptions.update(tx, id, { status: statusAtEnd(subscription), version });
    tx.record('billing.subscription-expired', {
      subscriptionId: id,
      memberId,
      endsOn,
      anchor: anchorAfterEnd(subscription, version),
    });
  }
}

/** Whoever cancelled hears no more of it; the others are reminded for three days. */
function anchorAfterEnd(subscription: SubscriptionEntity, version: number): Anchor {
  const { id: subjectId, memberId, endsOn } = subscription;
  if (statusAtEnd(subscription) === 'cancelled')
    return { kind: 'subscription', subjectId, version, ended: true };
  return subscriptionAnchor({ subjectId, memberId, endsOn, version });
}
