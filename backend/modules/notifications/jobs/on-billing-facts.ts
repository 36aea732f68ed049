import { Injectable } from '@nestjs/common';
import type { DomainEvent, EventPayload } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { Announce } from '../announcements/application/announce';

/** News about money and access. */
@Injectable()
export class OnBillingFacts {
  constructor(private readonly announce: Announce) {}

  @OnDomainEvent('billing.payment-declared', { consumer: 'notifications.announce-pending-payment' })
  async declared({ payload, occurredAt }: DomainEvent<'billing.payment-declared'>): Promise<void> {
    const news = { subjectId: payload.paymentId, memberId: payload.memberId };
    await this.announce.execute({ happenedAt: occurredAt, name: 'payment-pending', ...news });
    await this.announce.execute({ happenedAt: occurredAt, name: 'payment-to-validate', ...news });
  }

  @OnDomainEvent('billing.payment-validated', { consumer: 'notifications.announce-received-payment' })
  async validated({ payload, occurredAt }: DomainEvent<'billing.payment-validated'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'payment-received',
      subjectId: payload.paymentId,
      memberId: payload.memberId,
    });
  }

  @OnDomainEvent('billing.payment-received-in-part', { consumer: 'notifications.announce-partial-payment' })
  async receivedInPart({
    payload,
    occurredAt,
  }: DomainEvent<'billing.payment-received-in-part'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'payment-partial',
      subjectId: payload.paymentId,
      memberId: payload.memberId,
      // Each part is news of its own.
      occurrence: String(payload.dueCents),
    });
  }

  @OnDomainEvent('billing.payment-refunded', { consumer: 'notifications.announce-refunded-payment' })
  async refunded({ payload, occurredAt }: DomainEvent<'billing.payment-refunded'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'payment-refunded',
      subjectId: payload.paymentId,
      memberId: payload.memberId,
      occurrence: payload.refundId,
    });
  }

  @OnDomainEvent('billing.payment-rejected', { consumer: 'notifications.announce-rejected-payment' })
  async rejected({ payload, occurredAt }: DomainEvent<'billing.payment-rejected'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'payment-rejected',
      subjectId: payload.paymentId,
      memberId: payload.memberId,
    });
  }

  @OnDomainEvent('billing.subscription-activated', { consumer: 'notifications.announce-subscription' })
  async activated({ payload, occurredAt }: DomainEvent<'billing.subscription-activated'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: 'subscription-activated',
      subjectId: payload.subscriptionId,
      memberId: payload.memberId,
      occurrence: payload.endsOn,
    });
  }

  @OnDomainEvent('billing.invoice-issued', { consumer: 'notifications.announce-invoice' })
  async issued({ payload, occurredAt }: DomainEvent<'billing.invoice-issued'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: payload.type === '381' ? 'credit-note-issued' : 'invoice-issued',
      subjectId: payload.invoiceId,
      memberId: payload.memberId,
    });
  }

  @OnDomainEvent('billing.invoice-document-ready', { consumer: 'notifications.mail-invoice' })
  async ready({ payload, occurredAt }: DomainEvent<'billing.invoice-document-ready'>): Promise<void> {
    await this.announce.execute({
      happenedAt: occurredAt,
      name: readyNews(payload),
      subjectId: payload.invoiceId,
      memberId: payload.memberId,
    });
  }
}

/** An order that is paid thanks; a deposit, a correction and what the staff wrote by hand are sent. */
function readyNews({
  type,
  paymentId,
}: EventPayload<'billing.invoice-document-ready'>): 'invoice-ready' | 'invoice-sent' | 'credit-note-ready' {
  if (type === '381') return 'credit-note-ready';
  return type !== '386' && paymentId ? 'invoice-ready' : 'invoice-sent';
}
