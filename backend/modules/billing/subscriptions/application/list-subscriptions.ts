import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import { PlanRepository } from '../../offers/persistence/plan.repository';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** A member's subscriptions, newest first. */
@Injectable()
export class ListSubscriptions {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly plans: PlanRepository,
  ) {}

  execute(memberId: Uuid, limit: number, beforeId?: string): Promise<SubscriptionEntity[]> {
    return this.subscriptions.list(memberId, limit, beforeId);
  }

  /** Its plan, as it is sold today, lets members ask for a pause. */
  async isPausable({ planId }: Pick<SubscriptionEntity, 'planId'>): Promise<boolean> {
    return (await this.plans.find(planId))?.pausable ?? false;
  }
}
