import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { IssueInvoice } from '../../invoices/application/issue-invoice';
import type { BuyerSnapshot } from '../../invoices/domain/buyer';
import { ExtendSubscription } from '../../subscriptions/application/extend-subscription';
import type { PaymentEntity } from '../persistence/payment.entity';
import { PaymentRepository } from '../persistence/payment.repository';
import { ReceiptRepository } from '../persistence/receipt.repository';
import { orderOf } from './order-of-payment';
import { RecordReceipt, type FoundMoney } from './record-receipt';
import type { ValidatedPayment } from './validated-payment';

/** The price is complete: access given, the final invoice issued, deposits deducted, events and audit written. */
@Injectable()
export class SettlePayment {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly receipts: ReceiptRepository,
    private readonly extendSubscription: ExtendSubscription,
    private readonly issueInvoice: IssueInvoice,
    private readonly recordReceipt: RecordReceipt,
    private readonly clock: Clock,
  ) {}

  /** @throws what issuing throws */
  async execute(
    tx: Transaction,
    payment: PaymentEntity,
    { found, buyer }: { found: FoundMoney; buyer: BuyerSnapshot },
  ): Promise<ValidatedPayment> {
    const { id: paymentId, method, reference } = payment;
    const { transactionNumber } = found.number;
    const access = await this.extendSubscription.execute(tx, payment);
    const deposits = await this.receipts.deposits(paymentId, tx.manager);
    const note = { method, reference, transactionNumber, receivedOn: found.receivedOn };
    const invoice = await this.issueInvoice.execute(tx, orderOf(payment, buyer, access, note, deposits), {
      idempotencyKey: `payment:${paymentId}`,
      allocations: [{ paymentId, amountCents: found.split.keptCents }],
    });
    await this.recordReceipt.execute(tx, payment, invoice.id, found);
    const { subscriptionId, startsOn, endsOn } = access;
    const validated: ValidatedPayment = {
      ...{ status: 'validated', paymentId, transactionNumber },
      ...{ invoiceId: invoice.id, invoiceNumber: invoice.number },
      ...{ subscriptionId, startsOn, endsOn },
    };
    await this.record(tx, payment, found, validated);
    return validated;
  }

  private async record(
    tx: Transaction,
    payment: PaymentEntity,
    { adminId, receivedOn, number, split }: FoundMoney,
    result: ValidatedPayment,
  ): Promise<void> {
    const { id: paymentId, memberId, planId, amountCents } = payment;
    const { subscriptionId, startsOn, endsOn, transactionNumber, invoiceNumber } = result;
    const decision = { decidedAt: this.clock.now(), decidedBy: adminId };
    const access = { subscriptionId, startsOn, endsOn };
    const { overrideSeq, overrideReason } = number;
    const used = { transactionNumber, overrideSeq, overrideReason };
    const changes = { status: 'validated', receivedOn, ...used, ...decision, ...access } as const;
    await this.payments.update(tx, paymentId, changes);
    tx.record('billing.payment-validated', { paymentId, memberId, planId, receivedOn, amountCents });
    const surplus =
      split.surplusCents > 0 ? { surplusCents: split.surplusCents, surplus: split.surplusChoice } : {};
    tx.audit({
      actorId: adminId,
      action: 'billing.validate-payment',
      objectType: 'payment',
      objectId: paymentId,
      before: { status: payment.status },
      after: { status: 'validated', transactionNumber, receivedOn, invoiceNumber, ...access, ...surplus },
    });
  }
}
