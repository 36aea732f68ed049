import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { daysToDecide } from '../domain/payment';
import { PaymentRepository } from '../persistence/payment.repository';

const batch = 100;

/** Ends what nobody decided in seven days. Validation locks the same row, so one of the two wins. */
@Injectable()
export class CancelUndecidedPayments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    let cancelled: number;
    do {
      cancelled = await this.cancelBatch();
    } while (cancelled === batch);
  }

  private cancelBatch(): Promise<number> {
    const now = this.clock.now();
    const declaredBefore = new Date(now.getTime() - daysToDecide * 86_400_000);
    return this.unitOfWork.run(async (tx) => {
      const undecided = await this.payments.lockUndecided(tx, declaredBefore, batch);
      for (const { id: paymentId, memberId } of undecided) {
        await this.payments.update(tx, paymentId, { status: 'cancelled', decidedAt: now });
        tx.record('billing.payment-cancelled', { paymentId, memberId });
      }
      return undecided.length;
    });
  }
}
