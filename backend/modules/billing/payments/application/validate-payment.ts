import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { ClockAgreement } from '../../invoices/application/clock-agreement';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import { assertAwaitsMoney, assertReceivedOn } from '../domain/payment';
import { keptBy, splitReceived } from '../domain/received-amount';
import { normaliseTransactionNumber, overrideReasonOf } from '../domain/transaction-number';
import type { PaymentEntity } from '../persistence/payment.entity';
import { PaymentRepository } from '../persistence/payment.repository';
import type { ReceiptEntity } from '../persistence/receipt.entity';
import { ReceiptRepository } from '../persistence/receipt.repository';
import { ClaimNumber } from './claim-number';
import { buyerOfPayment, fullName } from './order-of-payment';
import { SettlePayment } from './settle-payment';
import { TakeDeposit } from './take-deposit';
import type { PartialPayment, ValidatedPayment, ValidatePaymentCommand } from './validated-payment';

/**
 * The staff found the money. One transaction: receipt, invoice, and access once the price is complete. Two
 * clicks, one effect: the same number again answers the same, another one is refused.
 */
@Injectable()
export class ValidatePayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly receipts: ReceiptRepository,
    private readonly invoices: InvoiceRepository,
    private readonly contacts: ContactBook,
    private readonly clocks: ClockAgreement,
    private readonly claimNumber: ClaimNumber,
    private readonly settle: SettlePayment,
    private readonly deposit: TakeDeposit,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError billing.transaction-number-{required,malformed,used}, billing.override-reason-too-short,
   * billing.amount-mismatch, billing.received-on-invalid, billing.payment-{not-found,not-pending,
   * already-validated}, billing.clock-skew and what issuing throws
   */
  async execute(command: ValidatePaymentCommand): Promise<ValidatedPayment | PartialPayment> {
    const number = normaliseTransactionNumber(command.transactionNumber);
    const reason = overrideReasonOf(command.overrideReason);
    await this.clocks.assert();
    // Read before the transaction: inside it, everything comes through its one connection.
    const buyerName = await this.buyerOf(command.paymentId);
    return this.unitOfWork.run(async (tx) => {
      const payment = await this.payments.lock(tx, command.paymentId);
      if (!payment) throw notFound();
      const known = await this.receipts.ofPayment(payment.id, tx.manager);
      const same = known.find((receipt) => isSame(payment, receipt, number, command));
      if (same) return this.sameAgain(tx, payment, known, same);
      if (payment.status === 'validated') throw await this.alreadyValidated(tx, payment.id);
      assertAwaitsMoney(payment.status);
      assertReceivedOn(command.receivedOn, payment.declaredAt, this.clock.today());
      const dueCents = payment.amountCents - keptBy(known);
      const split = splitReceived(dueCents, command.amountCents ?? dueCents, command.onDifference);
      const claimed = await this.claimNumber.execute(tx, payment.method, number, reason);
      const { adminId, receivedOn, original = null, source = 'staff' } = command;
      const found = { adminId, receivedOn, number: claimed, split, original, source };
      const facts = { found, buyer: buyerOfPayment(payment, buyerName), dueCents };
      return split.completes
        ? this.settle.execute(tx, payment, facts)
        : this.deposit.execute(tx, payment, { ...facts, rank: known.length + 1 });
    });
  }

  private async buyerOf(paymentId: Uuid): Promise<string> {
    const payment = await this.payments.find(paymentId);
    if (!payment) throw notFound();
    return fullName(await this.contacts.contactOf(payment.memberId));
  }

  private async sameAgain(
    tx: Transaction,
    payment: PaymentEntity,
    known: ReceiptEntity[],
    { id, invoiceId, transactionNumber }: ReceiptEntity,
  ): Promise<ValidatedPayment | PartialPayment> {
    const invoice = await this.invoices.find(invoiceId, tx.manager);
    if (!invoice) throw new Error(`Receipt ${id} has no invoice`);
    const facts = { paymentId: payment.id, transactionNumber, invoiceId, invoiceNumber: invoice.number };
    const { subscriptionId, startsOn, endsOn } = payment;
    if (invoice.type !== '386' && subscriptionId && startsOn && endsOn)
      return { status: 'validated', ...facts, subscriptionId, startsOn, endsOn };
    const before = known.slice(0, known.findIndex((receipt) => receipt.id === id) + 1);
    return { status: 'partial', ...facts, dueCents: payment.amountCents - keptBy(before) };
  }

  private async alreadyValidated(tx: Transaction, paymentId: Uuid): Promise<DomainError> {
    const invoice = (await this.invoices.ofPayments([paymentId], tx.manager)).get(paymentId);
    const params = { invoice_number: invoice?.number ?? null };
    return new DomainError('billing.payment-already-validated', params, 'conflict');
  }
}

/**
 * The same click again. While a payment is open its bank may use a number twice: day and amount tell then.
 */
function isSame(
  { status }: PaymentEntity,
  receipt: ReceiptEntity,
  number: string,
  { amountCents, receivedOn }: ValidatePaymentCommand,
): boolean {
  if (receipt.transactionNumber !== number) return false;
  if (status !== 'partial') return true;
  return receivedOn === receipt.receivedOn && (amountCents ?? receipt.amountCents) === receipt.amountCents;
}

function notFound(): DomainError {
  return new DomainError('billing.payment-not-found', {}, 'not-found');
}
