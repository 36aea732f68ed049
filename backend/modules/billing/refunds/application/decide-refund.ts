import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { ClockAgreement } from '../../invoices/application/clock-agreement';
import type { PaymentEntity } from '../../payments/persistence/payment.entity';
import { PaymentRepository } from '../../payments/persistence/payment.repository';
import type { RefundEntity } from '../persistence/refund.entity';
import { RefundRepository } from '../persistence/refund.repository';
import { CarryOutRefund } from './carry-out-refund';

/** A second person agrees to a refund, or declines it. */
@Injectable()
export class DecideRefund {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RefundRepository,
    private readonly payments: PaymentRepository,
    private readonly clocks: ClockAgreement,
    private readonly carryOut: CarryOutRefund,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError billing.refund-not-found, billing.refund-already-decided, billing.four-eyes and what
   * crediting throws
   */
  async approve(refundId: Uuid, adminId: Uuid): Promise<RefundEntity> {
    await this.clocks.assert();
    return this.unitOfWork.run(async (tx) => {
      const { refund, payment } = await this.lock(tx, refundId);
      if (refund.state === 'done') return refund;
      assertWaiting(refund);
      if (refund.requestedBy === adminId) throw new DomainError('billing.four-eyes', {}, 'conflict');
      return this.carryOut.execute(tx, payment, refund, adminId);
    });
  }

  /** Whoever asked may take it back. @throws DomainError billing.refund-not-found, billing.refund-already-decided */
  async decline(refundId: Uuid, adminId: Uuid, reason: string): Promise<RefundEntity> {
    return this.unitOfWork.run(async (tx) => {
      const { refund } = await this.lock(tx, refundId);
      if (refund.state === 'declined') return refund;
      assertWaiting(refund);
      const decision = {
        state: 'declined',
        declineReason: reason.trim(),
        ...{ decidedBy: adminId, decidedAt: this.clock.now() },
      } as const;
      await this.refunds.decide(tx, refundId, decision);
      tx.audit({
        actorId: adminId,
        action: 'billing.decline-refund',
        objectType: 'payment',
        objectId: refund.paymentId,
        before: { state: 'requested' },
        after: { state: 'declined', reason: decision.declineReason },
      });
      return { ...refund, ...decision };
    });
  }

  /** Payment first, as everybody who decides about money does. */
  private async lock(
    tx: Transaction,
    refundId: Uuid,
  ): Promise<{ refund: RefundEntity; payment: PaymentEntity }> {
    const known = await this.refunds.find(refundId, tx.manager);
    const payment = known && (await this.payments.lock(tx, known.paymentId));
    const refund = await this.refunds.lock(tx, refundId);
    if (!payment || !refund) throw new DomainError('billing.refund-not-found', {}, 'not-found');
    return { refund, payment };
  }
}

function assertWaiting({ state }: RefundEntity): void {
  if (state !== 'requested') throw new DomainError('billing.refund-already-decided', { state }, 'conflict');
}
