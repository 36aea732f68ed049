import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentProofEntity } from './payment-proof.entity';

@Injectable()
export class PaymentProofRepository {
  constructor(private readonly dataSource: DataSource) {}

  shownOf(paymentId: Uuid): Promise<PaymentProofEntity | null> {
    return this.dataSource.manager.findOneBy(PaymentProofEntity, { paymentId, removedAt: IsNull() });
  }

  async replace(tx: Transaction, proof: PaymentProofEntity): Promise<void> {
    const shown = { paymentId: proof.paymentId, removedAt: IsNull() };
    await tx.manager.update(PaymentProofEntity, shown, { removedAt: proof.sentAt });
    await tx.manager.insert(PaymentProofEntity, proof);
  }

  /** Replaced ones whose files are still there. */
  removed(limit: number): Promise<PaymentProofEntity[]> {
    return this.dataSource.manager.find(PaymentProofEntity, {
      where: { removedAt: Not(IsNull()) },
      order: { removedAt: 'ASC' },
      take: limit,
    });
  }

  async forget(id: Uuid): Promise<void> {
    await this.dataSource.manager.delete(PaymentProofEntity, { id });
  }
}
