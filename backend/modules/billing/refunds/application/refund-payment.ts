import { Injectable } from '@nestjs/common';
import type { PaymentMethodCode } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { ClockAgreement } from '../../invoices/application/clock-agreement';
import type { CreditedLine } from '../../invoices/domain/credit';
import { normaliseTransactionNumber } from '../../payments/domain/transaction-number';
import type { PaymentEntity } from '../../payments/persistence/payment.entity';
import { PaymentRepository } from '../../payments/persistence/payment.repository';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import { accessEndOf, assertRefundedOn } from '../domain/refund';
import type { RefundEntity } from '../persistence/refund.entity';
import { RefundRepository } from '../persistence/refund.repository';
import { CarryOutRefund } from './carry-out-refund';

export interface RefundPaymentCommand {
  paymentId: Uuid;
  adminId: Uuid;
  /** Null: all that is left. */
  lines: CreditedLine[] | null;
  reason: string;
  method: PaymentMethodCode;
  transactionNumber: string;
  refundedOn: IsoDate;
  /** Undefined: the usual; null: access stays. */
  accessEndsOn?: IsoDate | null;
}

/**
 * Money goes back: a credit note, the payment's state and the end of access in one transaction. Where the
 * academy wants four eyes it is only asked for, and somebody else carries it out.
 */
@Injectable()
export class RefundPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RefundRepository,
    private readonly payments: PaymentRepository,
    private readonly subscriptions: SubscriptionRepository,
    private readonly clocks: ClockAgreement,
    private readonly carryOut: CarryOutRefund,
    private readonly clock: Clock,
  ) {}

  /**
   * The same number for the same payment answers the same.
   * @throws DomainError billing.payment-not-found, billing.refund-not-possible, billing.refund-already-requested,
   * billing.received-on-invalid, billing.access-end-invalid, billing.credit-exceeds and what crediting throws
   */
  async execute(command: RefundPaymentCommand): Promise<RefundEntity> {
    const transactionNumber = normaliseTransactionNumber(command.transactionNumber);
    await this.clocks.assert();
    return this.unitOfWork.run(async (tx) => {
      const payment = await this.payments.lock(tx, command.paymentId);
      if (!payment) throw new DomainError('billing.payment-not-found', {}, 'not-found');
      const known = await this.refunds.ofPayment(payment.id, tx.manager);
      const same = known.find(
        (refund) => refund.state !== 'declined' && refund.transactionNumber === transactionNumber,
      );
      if (same) return same;
      this.assertPossible(payment, command);
      if (known.some(({ state }) => state === 'requested'))
        throw new DomainError('billing.refund-already-requested', {}, 'conflict');
      const refund = await this.write(tx, payment, { ...command, transactionNumber });
      const { fourEyesRefunds } = await this.refunds.settings(tx.manager);
      if (!fourEyesRefunds) return this.carryOut.execute(tx, payment, refund, command.adminId);
      this.auditRequest(tx, refund);
      return refund;
    });
  }

  private assertPossible(payment: PaymentEntity, { refundedOn, lines }: RefundPaymentCommand): void {
    const { status, receivedOn } = payment;
    const possible = status === 'validated' || (status === 'partial' && lines === null);
    if (!possible || !receivedOn)
      throw new DomainError('billing.refund-not-possible', { status }, 'conflict');
    assertRefundedOn(refundedOn, receivedOn, this.clock.today());
  }

  private async write(
    tx: Transaction,
    payment: PaymentEntity,
    command: RefundPaymentCommand,
  ): Promise<RefundEntity> {
    const { subscriptionId, startsOn: paidFrom } = payment;
    const running = subscriptionId ? await this.subscriptions.find(subscriptionId, tx.manager) : null;
    const { lines, reason, method, transactionNumber, refundedOn, adminId } = command;
    const asked = { accessEndsOn: command.accessEndsOn, everything: lines === null, paidFrom };
    const refund: RefundEntity = {
      ...{ id: newId(), paymentId: payment.id, state: 'requested', lines, reason: reason.trim(), method },
      ...{ transactionNumber, refundedOn, accessEndsOn: accessEndOf(asked, running, this.clock.today()) },
      ...{ amountCents: null, creditNoteIds: [], requestedBy: adminId, requestedAt: this.clock.now() },
      ...{ decidedBy: null, decidedAt: null, declineReason: null },
    };
    await this.refunds.add(tx, refund);
    return refund;
  }

  private auditRequest(tx: Transaction, refund: RefundEntity): void {
    const { paymentId, reason, transactionNumber, lines } = refund;
    tx.audit({
      actorId: refund.requestedBy,
      action: 'billing.request-refund',
      objectType: 'payment',
      objectId: paymentId,
      before: null,
      after: { reason, transactionNumber, lines },
    });
  }
}
