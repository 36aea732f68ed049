import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PaymentMethodCode } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import { PaymentMethodEntity } from './payment-method.entity';

@Injectable()
export class PaymentMethodRepository {
  constructor(private readonly dataSource: DataSource) {}

  list(activeOnly: boolean): Promise<PaymentMethodEntity[]> {
    return this.dataSource.manager.find(PaymentMethodEntity, {
      where: activeOnly ? { active: true } : {},
      order: { position: 'ASC', code: 'ASC' },
    });
  }

  find(code: PaymentMethodCode): Promise<PaymentMethodEntity | null> {
    return this.dataSource.manager.findOneBy(PaymentMethodEntity, { code });
  }

  lock(tx: Transaction, code: PaymentMethodCode): Promise<PaymentMethodEntity | null> {
    return tx.manager.findOne(PaymentMethodEntity, {
      where: { code },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async update(
    tx: Transaction,
    code: PaymentMethodCode,
    changes: Partial<PaymentMethodEntity>,
  ): Promise<void> {
    await tx.manager.update(PaymentMethodEntity, { code }, changes);
  }

  /** Rows that exist stay as an admin left them. */
  async addMissing(tx: Transaction, methods: PaymentMethodEntity[]): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(PaymentMethodEntity)
      .values(methods)
      .orIgnore()
      .execute();
  }
}
