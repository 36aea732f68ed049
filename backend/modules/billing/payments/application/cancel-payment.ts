import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { assertOpen } from '../domain/payment';
import type { PaymentEntity } from '../persistence/payment.entity';
import { PaymentRepository } from '../persistence/payment.repository';

/** A member withdraws a payment nobody has decided about. */
@Injectable()
export class CancelPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.payment-not-found, billing.payment-not-pending */
  async execute(command: { paymentId: Uuid; memberId: Uuid }): Promise<PaymentEntity> {
    const { paymentId, memberId } = command;
    return this.unitOfWork.run(async (tx) => {
      const payment = await this.payments.lock(tx, paymentId);
      if (payment?.memberId !== memberId) throw new DomainError('billing.payment-not-found', {}, 'not-found');
      if (payment.status === 'cancelled') return payment;
      assertOpen(payment.status);
      const changes = { status: 'cancelled', decidedAt: this.clock.now(), decidedBy: memberId } as const;
      await this.payments.update(tx, paymentId, changes);
      tx.record('billing.payment-cancelled', { paymentId, memberId });
      return { ...payment, ...changes };
    });
  }
}
