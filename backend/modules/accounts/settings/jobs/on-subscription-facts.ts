import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { NoteMemberPlan } from '../application/note-member-plan';

/** Who has which plan, for the features a plan switches. */
@Injectable()
export class OnSubscriptionFacts {
  constructor(private readonly noteMemberPlan: NoteMemberPlan) {}

  @OnDomainEvent('billing.subscription-activated', { consumer: 'accounts.note-member-plan' })
  async activated({ payload }: DomainEvent<'billing.subscription-activated'>): Promise<void> {
    const { subscriptionId, memberId, planId, endsOn, anchor } = payload;
    await this.noteMemberPlan.execute({ subscriptionId, memberId, planId, endsOn, version: anchor.version });
  }

  @OnDomainEvent('billing.subscription-expired', { consumer: 'accounts.note-member-plan-end' })
  async expired({ payload }: DomainEvent<'billing.subscription-expired'>): Promise<void> {
    const { subscriptionId, memberId, endsOn, anchor } = payload;
    await this.noteMemberPlan.execute({
      subscriptionId,
      memberId,
      planId: null,
      endsOn,
      version: anchor.version,
    });
  }

  @OnDomainEvent('billing.subscription-changed', { consumer: 'accounts.note-member-plan-change' })
  async changed({ payload }: DomainEvent<'billing.subscription-changed'>): Promise<void> {
    const { subscriptionId, memberId, planId, endsOn, anchor } = payload;
    await this.noteMemberPlan.execute({ subscriptionId, memberId, planId, endsOn, version: anchor.version });
  }
}
