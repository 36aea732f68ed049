import { Injectable } from '@nestjs/common';
import type { DomainEvent, Uuid } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { Announce } from '../announcements/application/announce';

/** What the machine cannot mend by itself: the staff is told. */
@Injectable()
export class OnTroubles {
  constructor(private readonly announce: Announce) {}

  @OnDomainEvent('billing.invoice-document-failed', { consumer: 'notifications.tell-failed-document' })
  async document({ payload, occurredAt }: DomainEvent<'billing.invoice-document-failed'>): Promise<void> {
    await this.tell('invoice-document-failed', payload.invoiceId, occurredAt);
  }

  /** There is one chain: each time it breaks is a subject of its own. */
  @OnDomainEvent('billing.invoice-chain-broken', { consumer: 'notifications.tell-broken-chain' })
  async chain({ id, occurredAt }: DomainEvent<'billing.invoice-chain-broken'>): Promise<void> {
    await this.tell('invoice-chain-broken', id, occurredAt);
  }

  /** The same event may be parked again, also by another of its handlers: each time is told. */
  @OnDomainEvent('platform.event-parked', { consumer: 'notifications.tell-parked-event' })
  async parked({ id, payload, occurredAt }: DomainEvent<'platform.event-parked'>): Promise<void> {
    await this.tell('event-parked', payload.eventId, occurredAt, id);
  }

  /** Nobody in particular is concerned: the staff is found by permission. */
  private async tell(
    name: 'invoice-document-failed' | 'invoice-chain-broken' | 'event-parked',
    subjectId: Uuid,
    happenedAt: string,
    occurrence?: Uuid,
  ): Promise<void> {
    await this.announce.execute({ name, subjectId, memberId: subjectId, happenedAt, occurrence });
  }
}
