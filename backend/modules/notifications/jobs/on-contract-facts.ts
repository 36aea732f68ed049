import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { Announce } from '../announcements/application/announce';

/** News about leaving: acknowledged to whoever asked, with or without an account, and told to the staff. */
@Injectable()
export class OnContractFacts {
  constructor(private readonly announce: Announce) {}

  @OnDomainEvent('billing.subscription-cancelled', { consumer: 'notifications.confirm-cancellation' })
  async cancelled({ payload, occurredAt }: DomainEvent<'billing.subscription-cancelled'>): Promise<void> {
    await this.announce.execute({
      ...{ happenedAt: occurredAt, name: 'subscription-cancelled' },
      ...{ subjectId: payload.subscriptionId, memberId: payload.memberId },
      offset: String(payload.version),
    });
  }

  @OnDomainEvent('billing.contract-request-received', { consumer: 'notifications.acknowledge-request' })
  async received({ payload, occurredAt }: DomainEvent<'billing.contract-request-received'>): Promise<void> {
    const { requestId: subjectId, kind, confirmable } = payload;
    const news = { happenedAt: occurredAt, subjectId, memberId: subjectId };
    const cancellation = confirmable ? 'cancellation-to-confirm' : 'cancellation-received';
    const name = kind === 'withdrawal' ? 'withdrawal-received' : cancellation;
    await this.announce.execute({ ...news, name });
    await this.announce.execute({ ...news, name: 'contract-request-to-handle' });
  }

  @OnDomainEvent('billing.contract-request-handled', { consumer: 'notifications.answer-request' })
  async handled({ payload, occurredAt }: DomainEvent<'billing.contract-request-handled'>): Promise<void> {
    const { requestId: subjectId } = payload;
    const news = { happenedAt: occurredAt, subjectId, memberId: subjectId };
    await this.announce.execute({ ...news, name: 'contract-request-answered' });
  }
}
