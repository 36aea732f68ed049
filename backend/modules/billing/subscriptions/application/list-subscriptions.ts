import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** A member's subscriptions, newest first. */
@Injectable()
export class ListSubscriptions {
  constructor(private readonly subscriptions: SubscriptionRepository) {}

  execute(memberId: Uuid, limit: number, beforeId?: string): Promise<SubscriptionEntity[]> {
    return this.subscriptions.list(memberId, limit, beforeId);
  }
}
