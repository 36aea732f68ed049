import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { MemberFileSection, type MemberFilePart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { InvoiceDocumentRepository } from '../invoices/persistence/invoice-document.repository';
import { InvoiceRepository } from '../invoices/persistence/invoice.repository';
import { PaymentRepository } from '../payments/persistence/payment.repository';
import { statusOn } from '../subscriptions/domain/subscription';
import { SubscriptionRepository } from '../subscriptions/persistence/subscription.repository';

const newest = 20;

/** What a member bought: subscriptions, payments and invoices, newest first. */
@Injectable()
export class BillingFileSection extends MemberFileSection {
  readonly name = 'billing';
  readonly permission = 'billing.payments-read';

  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly payments: PaymentRepository,
    private readonly invoices: InvoiceRepository,
    private readonly documents: InvoiceDocumentRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async read(memberId: Uuid): Promise<MemberFilePart> {
    const [subscriptions, payments, invoices] = await Promise.all([
      this.subscriptionsOf(memberId),
      this.paymentsOf(memberId),
      this.invoicesOf(memberId),
    ]);
    return { subscriptions, payments, invoices };
  }

  private async subscriptionsOf(memberId: Uuid): Promise<MemberFilePart['subscriptions']> {
    const today = this.clock.today();
    const subscriptions = await this.subscriptions.list(memberId, newest);
    return subscriptions.map((subscription) => ({
      id: subscription.id,
      plan_name: subscription.planName,
      status: statusOn(subscription, today),
      starts_on: subscription.startsOn,
      ends_on: subscription.endsOn,
    }));
  }

  private async paymentsOf(memberId: Uuid): Promise<MemberFilePart['payments']> {
    const payments = await this.payments.search({ memberId, limit: newest });
    return payments.map(({ id, reference, planName, status, amountCents, declaredAt }) => ({
      ...{ id, reference, status, label: planName },
      amount_cents: amountCents,
      declared_at: declaredAt.toISOString(),
    }));
  }

  private async invoicesOf(memberId: Uuid): Promise<MemberFilePart['invoices']> {
    const invoices = await this.invoices.search({ memberId, limit: newest });
    const documents = await this.documents.ofInvoices(invoices.map(({ id }) => id));
    return invoices.map(({ id, number, issueDate, totalCents }) => ({
      ...{ id, number, issue_date: issueDate, total_cents: totalCents },
      document: documents.get(id)?.state ?? 'queued',
    }));
  }
}
