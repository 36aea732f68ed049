import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import type { PaymentPreview } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { ComposeInvoice } from '../../invoices/application/compose-invoice';
import type { InvoiceDraft } from '../../invoices/domain/invoice';
import type { InvoiceOrder } from '../../invoices/domain/order';
import { nextPeriod, type NextPeriod } from '../../subscriptions/domain/subscription';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import { awaitsMoney } from '../domain/payment';
import type { PaymentEntity } from '../persistence/payment.entity';
import { PaymentRepository } from '../persistence/payment.repository';
import { ReceiptRepository } from '../persistence/receipt.repository';
import { buyerOfPayment, fullName, orderOf } from './order-of-payment';

export interface PreviewedPayment {
  payment: PaymentEntity;
  period: NextPeriod;
  buyerName: string;
  /** Null when the invoice cannot be written; `blockers` then say why. */
  draft: InvoiceDraft | null;
  blockers: PaymentPreview['blockers'];
  effects: PaymentPreview['effects'];
}

/** What validating would do, computed by the code that would do it; nothing is written. */
@Injectable()
export class PreviewPayment {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly receipts: ReceiptRepository,
    private readonly members: MemberDirectory,
    private readonly subscriptions: SubscriptionRepository,
    private readonly compose: ComposeInvoice,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.payment-not-found */
  async execute(paymentId: Uuid): Promise<PreviewedPayment> {
    const payment = await this.payments.find(paymentId);
    if (!payment) throw new DomainError('billing.payment-not-found', {}, 'not-found');
    const latest = await this.subscriptions.latest(payment.memberId, payment.planGroup);
    const period = nextPeriod(latest, payment, this.clock.today());
    const name = fullName((await this.members.namesOf([payment.memberId])).get(payment.memberId));
    const buyer = buyerOfPayment(payment, name);
    const { method, reference } = payment;
    const note = { method, reference, transactionNumber: '', receivedOn: this.clock.today() };
    const deposits = await this.receipts.deposits(payment.id);
    const { draft, blockers } = await this.draftOf(orderOf(payment, buyer, period, note, deposits));
    const decided = awaitsMoney(payment.status)
      ? []
      : [blocker('billing.payment-not-pending', payment.status)];
    const given = period.extendsCurrent ? 'subscription_extended' : 'subscription_activated';
    const effects = [given, 'invoice_issued', 'pdf_rendered', 'in_app_sent', 'email_sent'] as const;
    return {
      payment,
      period,
      buyerName: buyer.name,
      draft,
      blockers: [...decided, ...blockers],
      effects: [...effects],
    };
  }

  private async draftOf(order: InvoiceOrder): Promise<Pick<PreviewedPayment, 'draft' | 'blockers'>> {
    try {
      return { draft: await this.compose.execute(order, this.clock.today()), blockers: [] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { draft: null, blockers: [blocker(error.code, detailOf(error))] };
    }
  }
}

function blocker(code: string, detail: string): { code: string; detail: string } {
  return { code, detail };
}

function detailOf({ params }: DomainError): string {
  const fields = params['fields'];
  return Array.isArray(fields) ? fields.join(', ') : Object.values(params).join(', ');
}
