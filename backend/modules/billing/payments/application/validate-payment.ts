import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { isUniqueViolation, UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { ClockAgreement } from '../../invoices/application/clock-agreement';
import { IssueInvoice } from '../../invoices/application/issue-invoice';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import type { GivenAccess } from '../../subscriptions/application/extend-subscription';
import { assertOpen, assertReceivedOn } from '../domain/payment';
import { normaliseTransactionNumber } from '../domain/transaction-number';
import type { PaymentEntity } from '../persistence/payment.entity';
import { PaymentRepository } from '../persistence/payment.repository';
import { buyerOfPayment, fullName, orderOf } from './order-of-payment';
import { StartAccess } from './start-access';

export interface ValidatePaymentCommand {
  paymentId: Uuid;
  adminId: Uuid;
  /** As read on the statement; mandatory. */
  transactionNumber: string;
  /** Europe/Paris. */
  receivedOn: IsoDate;
}
export interface ValidatedPayment {
  paymentId: Uuid;
  transactionNumber: string;
  invoiceId: Uuid;
  invoiceNumber: string;
  subscriptionId: Uuid;
  startsOn: IsoDate;
  /** Exclusive, Europe/Paris. */
  endsOn: IsoDate;
}

/**
 * The staff found the money. One transaction: payment validated, access given, invoice issued, events and
 * audit written. Two clicks, one effect: the same number again answers the same, another one is refused.
 */
@Injectable()
export class ValidatePayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly invoices: InvoiceRepository,
    private readonly contacts: ContactBook,
    private readonly clocks: ClockAgreement,
    private readonly startAccess: StartAccess,
    private readonly issueInvoice: IssueInvoice,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError billing.transaction-number-{required,malformed,used}, billing.received-on-invalid,
   * billing.payment-{not-found,not-pending,already-validated}, billing.clock-skew and what issuing throws
   */
  async execute(command: ValidatePaymentCommand): Promise<ValidatedPayment> {
    const number = normaliseTransactionNumber(command.transactionNumber);
    await this.clocks.assert();
    // Read before the transaction: inside it, everything comes through its one connection.
    const buyerName = await this.buyerOf(command.paymentId);
    return this.unitOfWork.run(async (tx) => {
      const payment = await this.payments.lock(tx, command.paymentId);
      if (!payment) throw notFound();
      if (payment.status === 'validated') return this.sameAgain(tx, payment, number);
      assertOpen(payment.status);
      assertReceivedOn(command.receivedOn, payment.declaredAt, this.clock.today());
      await this.claimNumber(tx, payment, number);
      const access = await this.startAccess.execute(tx, payment);
      const invoice = await this.issue(tx, payment, command, { buyerName, number, access });
      const validated = resultOf(
        payment.id,
        number,
        { invoiceId: invoice.id, number: invoice.number },
        access,
      );
      await this.record(tx, payment, command, validated);
      return validated;
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
    number: string,
  ): Promise<ValidatedPayment> {
    const { id, transactionNumber, subscriptionId, startsOn, endsOn } = payment;
    const invoice = (await this.invoices.ofPayments([id], tx.manager)).get(id);
    if (transactionNumber !== number || !invoice || !subscriptionId || !startsOn || !endsOn)
      throw new DomainError(
        'billing.payment-already-validated',
        { invoice_number: invoice?.number ?? null },
        'conflict',
      );
    return resultOf(id, number, invoice, { subscriptionId, startsOn, endsOn });
  }

  /** @throws DomainError billing.transaction-number-used, naming the payment it was used for */
  private async claimNumber(tx: Transaction, payment: PaymentEntity, number: string): Promise<void> {
    const other = await this.payments.findByNumber(tx, payment.method, number);
    if (other) throw numberUsed(payment.method, other.reference);
    try {
      await this.payments.update(tx, payment.id, { transactionNumber: number });
    } catch (error) {
      if (isUniqueViolation(error, 'payment_transaction_once')) throw numberUsed(payment.method, null);
      throw error;
    }
  }

  private issue(
    tx: Transaction,
    payment: PaymentEntity,
    { receivedOn }: ValidatePaymentCommand,
    facts: { buyerName: string; number: string; access: GivenAccess },
  ) {
    const { id: paymentId, method, reference, amountCents } = payment;
    const note = { method, reference, transactionNumber: facts.number, receivedOn };
    const order = orderOf(payment, buyerOfPayment(payment, facts.buyerName), facts.access, note);
    return this.issueInvoice.execute(tx, order, {
      idempotencyKey: `payment:${paymentId}`,
      allocations: [{ paymentId, amountCents }],
    });
  }

  private async record(
    tx: Transaction,
    payment: PaymentEntity,
    { adminId, receivedOn }: ValidatePaymentCommand,
    result: ValidatedPayment,
  ): Promise<void> {
    const { id: paymentId, memberId, planId, amountCents } = payment;
    const { subscriptionId, startsOn, endsOn, transactionNumber, invoiceNumber } = result;
    const decision = { decidedAt: this.clock.now(), decidedBy: adminId };
    const access = { subscriptionId, startsOn, endsOn };
    await this.payments.update(tx, paymentId, { status: 'validated', receivedOn, ...decision, ...access });
    tx.record('billing.payment-validated', { paymentId, memberId, planId, receivedOn, amountCents });
    tx.audit({
      actorId: adminId,
      action: 'billing.validate-payment',
      objectType: 'payment',
      objectId: paymentId,
      before: { status: payment.status },
      after: { status: 'validated', transactionNumber, receivedOn, invoiceNumber, ...access },
    });
  }
}

function resultOf(
  paymentId: Uuid,
  transactionNumber: string,
  invoice: { invoiceId: Uuid; number: string },
  access: { subscriptionId: Uuid; startsOn: IsoDate; endsOn: IsoDate },
): ValidatedPayment {
  const { subscriptionId, startsOn, endsOn } = access;
  const { invoiceId, number: invoiceNumber } = invoice;
  return { paymentId, transactionNumber, invoiceId, invoiceNumber, subscriptionId, startsOn, endsOn };
}

function notFound(): DomainError {
  return new DomainError('billing.payment-not-found', {}, 'not-found');
}

function numberUsed(method: string, reference: string | null): DomainError {
  return new DomainError('billing.transaction-number-used', { method, reference }, 'conflict', [
    { field: 'transaction_number', code: 'invalid' },
  ]);
}
