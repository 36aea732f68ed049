import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { isUniqueViolation, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { CreditInvoice } from '../../invoices/application/credit-invoice';
import type { IssuedInvoice } from '../../invoices/domain/invoice';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import { keptBy } from '../../payments/domain/received-amount';
import type { PaymentEntity } from '../../payments/persistence/payment.entity';
import { PaymentRepository } from '../../payments/persistence/payment.repository';
import { ReceiptRepository } from '../../payments/persistence/receipt.repository';
import { ShortenSubscription } from '../../subscriptions/application/shorten-subscription';
import type { RefundEntity } from '../persistence/refund.entity';
import { RefundRepository } from '../persistence/refund.repository';

/** What a refund decided: the credit notes, the payment's new state, the end of access, events and audit. */
@Injectable()
export class CarryOutRefund {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly payments: PaymentRepository,
    private readonly receipts: ReceiptRepository,
    private readonly invoices: InvoiceRepository,
    private readonly creditInvoice: CreditInvoice,
    private readonly shorten: ShortenSubscription,
    private readonly clock: Clock,
  ) {}

  /**
   * @param refund already written as requested, in this transaction or an earlier one
   * @throws DomainError billing.transaction-number-used and what crediting throws
   */
  async execute(
    tx: Transaction,
    payment: PaymentEntity,
    refund: RefundEntity,
    adminId: Uuid,
  ): Promise<RefundEntity> {
    const notes = await this.credit(tx, payment, refund);
    const amountCents = notes.reduce((sum, { totalCents }) => sum + totalCents, 0);
    const decision = {
      state: 'done',
      ...{ amountCents, creditNoteIds: notes.map(({ id }) => id) },
      ...{ decidedBy: adminId, decidedAt: this.clock.now() },
    } as const;
    await this.finish(tx, refund, decision);
    const refunded = await this.everythingIsBack(tx, payment.id);
    if (refunded) await this.payments.update(tx, payment.id, { status: 'refunded' });
    const { subscriptionId } = payment;
    if (subscriptionId && refund.accessEndsOn)
      await this.shorten.execute(tx, { subscriptionId, endsOn: refund.accessEndsOn });
    const { id: paymentId, memberId } = payment;
    tx.record('billing.payment-refunded', { paymentId, memberId, refundId: refund.id, amountCents });
    tx.audit({
      actorId: adminId,
      action: 'billing.refund-payment',
      objectType: 'payment',
      objectId: paymentId,
      before: { status: payment.status },
      after: {
        ...{ status: refunded ? 'refunded' : payment.status, amountCents, reason: refund.reason },
        ...{ creditNotes: notes.map(({ number }) => number), accessEndsOn: refund.accessEndsOn },
        ...{ requestedBy: refund.requestedBy },
      },
    });
    return { ...refund, ...decision };
  }

  private async credit(
    tx: Transaction,
    payment: PaymentEntity,
    { id, lines, reason, method, transactionNumber, refundedOn }: RefundEntity,
  ): Promise<IssuedInvoice[]> {
    const refund = { method, reference: payment.reference, transactionNumber, receivedOn: refundedOn };
    const notes: IssuedInvoice[] = [];
    for (const invoiceId of await this.invoicesOf(tx, payment)) {
      const idempotencyKey = `refund:${id}:${notes.length + 1}`;
      const request = { invoiceId, lines, reason, refund, idempotencyKey };
      notes.push(await this.creditInvoice.execute(tx, request));
    }
    return notes;
  }

  /** The final invoice; the deposits of a payment that never was complete. */
  private async invoicesOf(tx: Transaction, { id, status }: PaymentEntity): Promise<Uuid[]> {
    if (status !== 'partial') {
      const invoice = (await this.invoices.ofPayments([id], tx.manager)).get(id);
      return invoice ? [invoice.invoiceId] : [];
    }
    return (await this.receipts.ofPayment(id, tx.manager)).map(({ invoiceId }) => invoiceId);
  }

  private async finish(
    tx: Transaction,
    refund: RefundEntity,
    decision: Partial<RefundEntity>,
  ): Promise<void> {
    try {
      await this.refunds.decide(tx, refund.id, decision);
    } catch (error) {
      if (!isUniqueViolation(error, 'refund_number_once')) throw error;
      throw new DomainError(
        'billing.transaction-number-used',
        { method: refund.method, reference: null },
        'conflict',
        [{ field: 'refund.transaction_number', code: 'invalid' }],
      );
    }
  }

  private async everythingIsBack(tx: Transaction, paymentId: Uuid): Promise<boolean> {
    const kept = keptBy(await this.receipts.ofPayment(paymentId, tx.manager));
    const refunds = await this.refunds.ofPayment(paymentId, tx.manager);
    return refunds.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0) >= kept;
  }
}
