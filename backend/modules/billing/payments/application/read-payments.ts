import { Injectable } from '@nestjs/common';
import type { PaymentStatus } from '@calmness/contracts';
import { Clock, startOfDay } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import type { PaymentEntity } from '../persistence/payment.entity';
import {
  PaymentRepository,
  type PaymentFigures,
  type PaymentSearch,
} from '../persistence/payment.repository';

export interface PaymentWithInvoice extends PaymentEntity {
  invoiceId: Uuid | null;
}

/** Payments as members and staff read them. */
@Injectable()
export class ReadPayments {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly invoices: InvoiceRepository,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(search: PaymentSearch): Promise<PaymentWithInvoice[]> {
    return this.withInvoices(await this.payments.search(search));
  }

  /** @throws DomainError billing.payment-not-found, for another member's payment too */
  async ofMember(paymentId: Uuid, memberId: Uuid): Promise<PaymentWithInvoice> {
    const payment = await this.payments.findOfMember(paymentId, memberId);
    const [found] = payment ? await this.withInvoices([payment]) : [];
    if (!found) throw new DomainError('billing.payment-not-found', {}, 'not-found');
    return found;
  }

  /** @throws DomainError billing.payment-not-found */
  async find(paymentId: Uuid): Promise<PaymentEntity> {
    const payment = await this.payments.find(paymentId);
    if (!payment) throw new DomainError('billing.payment-not-found', {}, 'not-found');
    return payment;
  }

  async withInvoices(payments: PaymentEntity[]): Promise<PaymentWithInvoice[]> {
    const invoices = await this.invoices.ofPayments(payments.map((payment) => payment.id));
    return payments.map((payment) => ({
      ...payment,
      invoiceId: invoices.get(payment.id)?.invoiceId ?? null,
    }));
  }

  /** What the member spent in all and since the first of the month in Paris, EUR cents. */
  figures(memberId: Uuid): Promise<PaymentFigures> {
    const firstOfMonth = `${this.clock.today().slice(0, 7)}-01`;
    return this.payments.figures(memberId, startOfDay(firstOfMonth));
  }

  countByStatus(): Promise<Map<PaymentStatus, number>> {
    return this.payments.countByStatus();
  }
}
