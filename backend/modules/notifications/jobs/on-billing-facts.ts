import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { Announce } from '../announcements/application/announce';

/** News about money and access. */
@Injectable()
export class OnBillingFacts {
  constructor(private readonly announce: Announce) {}

  @OnDomainEvent('billing.payment-declared', { consumer: 'notifications.announce-pending-payment' })
  async declared({ payload }: DomainEvent<'billing.payment-declared'>): Promise<void> {
    const news = { subjectId: payload.paymentId, memberId: payload.memberId };
    await this.announce.execute({ name: 'payment-pending', ...news });
    await this.announce.execute({ name: 'payment-to-validate', ...news });
  }

  @OnDomainEvent('billing.payment-validated', { consumer: 'notifications.announce-received-payment' })
  async validated({ payload }: DomainEvent<'billing.payment-validated'>): Promise<void> {
    await this.announce.execute({
      name: 'payment-received',
      subjectId: payload.paymentId,
      memberId: payload.memberId,
    });
  }

  @OnDomainEvent('billing.payment-rejected', { consumer: 'notifications.announce-rejected-payment' })
  async rejected({ payload }: DomainEvent<'billing.payment-rejected'>): Promise<void> {
    await this.announce.execute({
      name: 'payment-rejected',
      subjectId: payload.paymentId,
      memberId: payload.memberId,
    });
  }

  @OnDomainEvent('billing.subscription-activated', { consumer: 'notifications.announce-subscription' })
  async activated({ payload }: DomainEvent<'billing.subscription-activated'>): Promise<void> {
    await this.announce.execute({
      name: 'subscription-activated',
      subjectId: payload.subscriptionId,
      memberId: payload.memberId,
      occurrence: payload.endsOn,
    });
  }

  @OnDomainEvent('billing.invoice-issued', { consumer: 'notifications.announce-invoice' })
  async issued({ payload }: DomainEvent<'billing.invoice-issued'>): Promise<void> {
    await this.announce.execute({
      name: 'invoice-issued',
      subjectId: payload.invoiceId,
      memberId: payload.memberId,
    });
  }

  @OnDomainEvent('billing.invoice-document-ready', { consumer: 'notifications.mail-invoice' })
  async ready({ payload }: DomainEvent<'billing.invoice-document-ready'>): Promise<void> {
    await this.announce.execute({
      name: 'invoice-ready',
      subjectId: payload.invoiceId,
      memberId: payload.memberId,
    });
  }
}
