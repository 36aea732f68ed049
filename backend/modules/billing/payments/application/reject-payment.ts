import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { assertOpen } from '../domain/payment';
import type { PaymentEntity } from '../persistence/payment.entity';
import { PaymentRepository } from '../persistence/payment.repository';

/** The staff refuses a payment, and says why: the member reads it. */
@Injectable()
export class RejectPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError billing.reject-reason-required, billing.payment-not-found, billing.payment-not-pending
   */
  async execute(command: { paymentId: Uuid; adminId: Uuid; reason: string }): Promise<PaymentEntity> {
    const { paymentId, adminId } = command;
    const rejectReason = command.reason.trim();
    if (rejectReason === '')
      throw new DomainError('billing.reject-reason-required', {}, 'invalid', [
        { field: 'reason', code: 'required' },
      ]);
    return this.unitOfWork.run(async (tx) => {
      const payment = await this.payments.lock(tx, paymentId);
      if (!payment) throw new DomainError('billing.payment-not-found', {}, 'not-found');
      if (payment.status === 'rejected' && payment.rejectReason === rejectReason) return payment;
      assertOpen(payment.status);
      const decision = { decidedAt: this.clock.now(), decidedBy: adminId };
      const changes = { status: 'rejected', rejectReason, ...decision } as const;
      await this.payments.update(tx, paymentId, changes);
      tx.record('billing.payment-rejected', { paymentId, memberId: payment.memberId });
      tx.audit({
        actorId: adminId,
        action: 'billing.reject-payment',
        objectType: 'payment',
        objectId: paymentId,
        before: { status: payment.status },
        after: { status: 'rejected', reason: rejectReason },
      });
      return { ...payment, ...changes };
    });
  }
}
