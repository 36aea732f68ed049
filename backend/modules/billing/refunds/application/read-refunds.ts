import { Injectable } from '@nestjs/common';
import type { PriceMode, RefundState } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { creditable } from '../../invoices/domain/credit';
import { CreditRepository } from '../../invoices/persistence/credit.repository';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import type { PaymentEntity } from '../../payments/persistence/payment.entity';
import { PaymentRepository } from '../../payments/persistence/payment.repository';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import { usualEnd } from '../domain/refund';
import type { RefundEntity } from '../persistence/refund.entity';
import { RefundRepository } from '../persistence/refund.repository';

export interface Refundable {
  payment: PaymentEntity;
  lines: { position: number; label: string; leftCents: number }[];
  priceMode: PriceMode;
  refunds: RefundEntity[];
  /** Proposed end of access; null when nothing runs. */
  accessEndsOn: IsoDate | null;
  subscriptionEndsOn: IsoDate | null;
  fourEyes: boolean;
}

/** Refunds as the staff reads them, and what of a payment can still go back. */
@Injectable()
export class ReadRefunds {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly payments: PaymentRepository,
    private readonly invoices: InvoiceRepository,
    private readonly credits: CreditRepository,
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  list(search: { state?: RefundState; beforeId?: string; limit: number }): Promise<RefundEntity[]> {
    return this.refunds.search(search);
  }

  /** The payments refunds are of, by id. */
  async paymentsOf(refunds: readonly RefundEntity[]): Promise<Map<Uuid, PaymentEntity>> {
    const payments = await this.payments.findAll(refunds.map(({ paymentId }) => paymentId));
    return new Map(payments.map((payment) => [payment.id, payment]));
  }

  /** @throws DomainError billing.payment-not-found */
  async refundable(paymentId: Uuid): Promise<Refundable> {
    const payment = await this.payments.find(paymentId);
    if (!payment) throw new DomainError('billing.payment-not-found', {}, 'not-found');
    const subscription = payment.subscriptionId && (await this.subscriptions.find(payment.subscriptionId));
    const today = this.clock.today();
    const running = subscription && subscription.endsOn > today ? subscription : null;
    return {
      payment,
      ...(await this.left(payment)),
      refunds: await this.refunds.ofPayment(paymentId),
      accessEndsOn: running && usualEnd(payment.startsOn, today),
      subscriptionEndsOn: running?.endsOn ?? null,
      fourEyes: (await this.refunds.settings()).fourEyesRefunds,
    };
  }

  /** Of a payment in part everything goes back or nothing: its deposits are credited whole. */
  private async left({ id, status }: PaymentEntity): Promise<Pick<Refundable, 'lines' | 'priceMode'>> {
    const found = status === 'validated' ? (await this.invoices.ofPayments([id])).get(id) : undefined;
    const invoice = found && (await this.invoices.find(found.invoiceId));
    if (!invoice) return { lines: [], priceMode: 'TTC' };
    const labels = new Map(invoice.lines.map(({ position, label }) => [position, label]));
    const left = creditable(invoice, await this.credits.creditedSoFar(invoice.id));
    const lines = left.map(({ position, amountCents: leftCents }) => ({
      ...{ position, leftCents, label: labels.get(position) ?? '' },
    }));
    return { lines, priceMode: invoice.priceMode };
  }
}
