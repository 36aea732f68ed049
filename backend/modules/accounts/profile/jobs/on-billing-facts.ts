import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@calmness/contracts';
import type { DomainEvent, EventName, Uuid } from '@calmness/events';
import { OnDomainEvent } from '@calmness/platform/events';
import { NoteActivity } from '../application/note-activity';

const paymentsPage = '/user/payments';
const invoicesPage = '/user/invoices';

/** What billing did for a member, as lines of his feed. */
@Injectable()
export class OnBillingFacts {
  constructor(private readonly noteActivity: NoteActivity) {}

  @OnDomainEvent('billing.payment-declared', { consumer: 'accounts.note-payment-declared' })
  async declared(event: DomainEvent<'billing.payment-declared'>): Promise<void> {
    await this.note(event, event.payload.memberId, 'payment_declared');
  }

  @OnDomainEvent('billing.payment-validated', { consumer: 'accounts.note-payment-validated' })
  async validated(event: DomainEvent<'billing.payment-validated'>): Promise<void> {
    await this.note(event, event.payload.memberId, 'payment_validated');
  }

  @OnDomainEvent('billing.payment-rejected', { consumer: 'accounts.note-payment-rejected' })
  async rejected(event: DomainEvent<'billing.payment-rejected'>): Promise<void> {
    await this.note(event, event.payload.memberId, 'payment_rejected');
  }

  @OnDomainEvent('billing.subscription-activated', { consumer: 'accounts.note-subscription-activated' })
  async activated(event: DomainEvent<'billing.subscription-activated'>): Promise<void> {
    await this.note(event, event.payload.memberId, 'subscription_activated');
  }

  @OnDomainEvent('billing.invoice-issued', { consumer: 'accounts.note-invoice-issued' })
  async issued(event: DomainEvent<'billing.invoice-issued'>): Promise<void> {
    const { memberId, number } = event.payload;
    await this.note(event, memberId, 'invoice_issued', { subject: number, url: invoicesPage });
  }

  private async note(
    event: DomainEvent<EventName>,
    memberId: Uuid,
    kind: ActivityKind,
    detail: { subject: string | null; url: string } = { subject: null, url: paymentsPage },
  ): Promise<void> {
    const at = new Date(event.occurredAt);
    await this.noteActivity.execute({ eventId: event.id, memberId, kind, at, ...detail });
  }
}
