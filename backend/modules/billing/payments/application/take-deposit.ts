import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { BuyerSnapshot } from '../../invoices/domain/buyer';
import { IssueInvoice } from '../../invoices/application/issue-invoice';
import type { PaymentEntity } from '../persistence/payment.entity';
import { PaymentRepository } from '../persistence/payment.repository';
import { depositOf } from './order-of-payment';
import { RecordReceipt, type FoundMoney } from './record-receipt';
import type { PartialPayment } from './validated-payment';

/** A part of the price arrived: a deposit invoice, and no access before the rest. */
@Injectable()
export class TakeDeposit {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly issueInvoice: IssueInvoice,
    private readonly recordReceipt: RecordReceipt,
    private readonly clock: Clock,
  ) {}

  /** @throws what issuing throws */
  async execute(
    tx: Transaction,
    payment: PaymentEntity,
    facts: { found: FoundMoney; buyer: BuyerSnapshot; dueCents: number; rank: number },
  ): Promise<PartialPayment> {
    const { found, buyer, rank } = facts;
    const { id: paymentId, memberId, method, reference } = payment;
    const { transactionNumber } = found.number;
    const { receivedOn, split } = found;
    const note = { method, reference, transactionNumber, receivedOn, amountCents: split.keptCents };
    const invoice = await this.issueInvoice.execute(tx, depositOf(payment, buyer, note), {
      idempotencyKey: `payment:${paymentId}:deposit:${rank}`,
      allocations: [{ paymentId, amountCents: split.keptCents }],
    });
    await this.recordReceipt.execute(tx, payment, invoice.id, found);
    const { overrideSeq, overrideReason } = found.number;
    const number = { transactionNumber, overrideSeq, overrideReason };
    const decision = { decidedAt: this.clock.now(), decidedBy: found.adminId };
    await this.payments.update(tx, paymentId, { status: 'partial', receivedOn, ...number, ...decision });
    const dueCents = facts.dueCents - split.keptCents;
    tx.record('billing.payment-received-in-part', {
      ...{ paymentId, memberId, receivedOn, dueCents },
      receivedCents: split.keptCents,
    });
    tx.audit({
      actorId: found.adminId,
      action: 'billing.receive-partial-payment',
      objectType: 'payment',
      objectId: paymentId,
      before: { status: payment.status, dueCents: facts.dueCents },
      after: { status: 'partial', dueCents, transactionNumber, receivedOn, invoiceNumber: invoice.number },
    });
    const { id: invoiceId, number: invoiceNumber } = invoice;
    return { status: 'partial', paymentId, transactionNumber, invoiceId, invoiceNumber, dueCents };
  }
}
