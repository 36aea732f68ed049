import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { assertReceivedOn } from '../domain/payment';
import { normaliseTransactionNumber } from '../domain/transaction-number';
import { ReceiptRepository } from '../persistence/receipt.repository';

/** Money above the price went back to the member. It was never turnover: no invoice changes. */
@Injectable()
export class ReturnSurplus {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receipts: ReceiptRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError billing.surplus-not-found, billing.surplus-already-returned, billing.received-on-invalid
   * and what reading the transaction number throws
   */
  async execute(command: {
    paymentId: Uuid;
    surplusId: Uuid;
    adminId: Uuid;
    transactionNumber: string;
    returnedOn: IsoDate;
  }): Promise<void> {
    const { paymentId, surplusId, adminId, returnedOn } = command;
    const returnedNumber = normaliseTransactionNumber(command.transactionNumber);
    await this.unitOfWork.run(async (tx) => {
      const surplus = await this.receipts.lockSurplus(tx, surplusId, paymentId);
      if (!surplus) throw new DomainError('billing.surplus-not-found', {}, 'not-found');
      if (surplus.state === 'returned' && surplus.returnedNumber === returnedNumber) return;
      if (surplus.state === 'returned')
        throw new DomainError('billing.surplus-already-returned', {}, 'conflict');
      assertReceivedOn(returnedOn, surplus.createdAt, this.clock.today());
      const changes = { state: 'returned', returnedOn, returnedNumber, returnedBy: adminId } as const;
      await this.receipts.updateSurplus(tx, surplusId, changes);
      tx.audit({
        actorId: adminId,
        action: 'billing.return-surplus',
        objectType: 'payment',
        objectId: paymentId,
        before: { state: 'owed', amountCents: surplus.amountCents },
        after: { state: 'returned', returnedOn, returnedNumber },
      });
    });
  }
}
