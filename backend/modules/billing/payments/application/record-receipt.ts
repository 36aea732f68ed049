import { Injectable } from '@nestjs/common';
import type { ReceiptSource } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { ReceivedAmount } from '../domain/received-amount';
import type { PaymentEntity } from '../persistence/payment.entity';
import { ReceiptRepository } from '../persistence/receipt.repository';
import type { ClaimedNumber } from './claim-number';

/** Money in another currency, as it arrived; decimals as text. */
export interface OriginalMoney {
  currency: string;
  amount: string;
  /** Units of that currency for one euro. */
  rate: string;
}
/** Money somebody found, with where it goes. */
export interface FoundMoney {
  adminId: Uuid;
  receivedOn: IsoDate;
  number: ClaimedNumber;
  split: ReceivedAmount;
  original: OriginalMoney | null;
  source: ReceiptSource;
}

/** Writes down that money arrived, and what of it is owed back. */
@Injectable()
export class RecordReceipt {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, payment: PaymentEntity, invoiceId: Uuid, found: FoundMoney): Promise<void> {
    const { adminId, receivedOn, number, split, original, source } = found;
    const id = newId();
    const now = this.clock.now();
    await this.receipts.add(tx, {
      ...{ id, paymentId: payment.id, method: payment.method, ...number, receivedOn, invoiceId, source },
      amountCents: split.keptCents + split.surplusCents,
      surplusCents: split.surplusCents,
      currency: original?.currency ?? 'EUR',
      originalAmount: original?.amount ?? null,
      exchangeRate: original?.rate ?? null,
      ...{ recordedBy: adminId, recordedAt: now },
    });
    if (number.overrideSeq > 0) this.auditOverride(tx, payment, found);
    if (split.surplusChoice)
      await this.receipts.addSurplus(tx, {
        ...{ id: newId(), receiptId: id, paymentId: payment.id, memberId: payment.memberId },
        ...{ amountCents: split.surplusCents, choice: split.surplusChoice, state: 'owed', createdAt: now },
        ...{ returnedOn: null, returnedNumber: null, returnedBy: null },
      });
  }

  private auditOverride(tx: Transaction, payment: PaymentEntity, { adminId, number }: FoundMoney): void {
    tx.audit({
      actorId: adminId,
      action: 'billing.override-transaction-number',
      objectType: 'payment',
      objectId: payment.id,
      before: null,
      after: { ...number },
    });
  }
}
