import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { OnDomainEvent, OnTick } from '@calmness/platform/events';
import { FollowZone } from '../reminders/application/follow-zone';
import { RemindDue } from '../reminders/application/remind-due';
import { TakeAnchor } from '../reminders/application/take-anchor';

/** What happens when, from every domain that says so; a spec compares with the catalogue's `anchored` events. */
@Injectable()
export class OnAnchors {
  constructor(
    private readonly takeAnchor: TakeAnchor,
    private readonly followZone: FollowZone,
    private readonly remindDue: RemindDue,
  ) {}

  @OnDomainEvent('billing.subscription-activated', { consumer: 'notifications.plan-subscription-reminders' })
  async activated({ payload, occurredAt }: DomainEvent<'billing.subscription-activated'>): Promise<void> {
    await this.takeAnchor.execute(payload.anchor, new Date(occurredAt));
  }

  @OnDomainEvent('billing.subscription-expired', { consumer: 'notifications.follow-ended-subscription' })
  async expired({ payload, occurredAt }: DomainEvent<'billing.subscription-expired'>): Promise<void> {
    await this.takeAnchor.execute(payload.anchor, new Date(occurredAt));
  }

  @OnDomainEvent('billing.subscription-shortened', {
    consumer: 'notifications.follow-shortened-subscription',
  })
  async shortened({ payload, occurredAt }: DomainEvent<'billing.subscription-shortened'>): Promise<void> {
    await this.takeAnchor.execute(payload.anchor, new Date(occurredAt));
  }

  @OnDomainEvent('accounts.profile-updated', { consumer: 'notifications.follow-zone' })
  async profile({ payload }: DomainEvent<'accounts.profile-updated'>): Promise<void> {
    await this.followZone.execute(payload.memberId);
  }

  @OnTick({ name: 'notifications.remind', cron: '5 * * * * *' })
  async remind(): Promise<number> {
    return (await this.remindDue.execute()).length;
  }
}
