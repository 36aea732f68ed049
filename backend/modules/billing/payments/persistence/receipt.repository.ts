import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { PaymentMethodCode } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { InvoiceLink } from '../../invoices/domain/invoice';
import { ReceiptEntity } from './receipt.entity';
import { SurplusEntity } from './surplus.entity';

/** Where a transaction number was used before. */
export interface NumberUse {
  /** Of the payment it was used for last. */
  reference: string;
  overrideSeq: number;
}

/** Money that arrived, and what of it is owed back. */
@Injectable()
export class ReceiptRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Oldest first. */
  ofPayment(paymentId: Uuid, manager: EntityManager = this.dataSource.manager): Promise<ReceiptEntity[]> {
    return manager.find(ReceiptEntity, { where: { paymentId }, order: { id: 'ASC' } });
  }

  ofPayments(paymentIds: readonly Uuid[]): Promise<ReceiptEntity[]> {
    return this.dataSource.manager.findBy(ReceiptEntity, { paymentId: In([...paymentIds]) });
  }

  surplusesOf(paymentId: Uuid, manager: EntityManager = this.dataSource.manager): Promise<SurplusEntity[]> {
    return manager.find(SurplusEntity, { where: { paymentId }, order: { id: 'ASC' } });
  }

  lockSurplus(tx: Transaction, id: Uuid, paymentId: Uuid): Promise<SurplusEntity | null> {
    return tx.manager.findOne(SurplusEntity, {
      where: { id, paymentId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Whoever uses a number takes turns until the transaction ends: the second one is told of the first. */
  async claim(
    tx: Transaction,
    method: PaymentMethodCode,
    transactionNumber: string,
  ): Promise<NumberUse | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `billing.receipt|${method}|${transactionNumber}`,
    ]);
    const [use] = await tx.query<NumberUse>(
      `SELECT payment.reference, receipt.override_seq AS "overrideSeq"
         FROM billing.receipt JOIN billing.payment ON payment.id = receipt.payment_id
        WHERE receipt.method = $1 AND receipt.transaction_number = $2
        ORDER BY receipt.override_seq DESC LIMIT 1`,
      [method, transactionNumber],
    );
    return use ?? null;
  }

  /** The deposit invoices of a payment, as a final invoice deducts them. */
  async deposits(paymentId: Uuid, manager: EntityManager = this.dataSource.manager): Promise<InvoiceLink[]> {
    const rows = await manager.query<Omit<InvoiceLink, 'position' | 'role'>[]>(
      `SELECT invoice.id AS "precedingId", invoice.number, invoice.issue_date::text AS "issueDate",
              invoice.total_cents AS "amountCents"
         FROM billing.receipt JOIN billing.invoice ON invoice.id = receipt.invoice_id
        WHERE receipt.payment_id = $1 AND invoice.type = '386' ORDER BY invoice.year, invoice.seq`,
      [paymentId],
    );
    return rows.map((row, index) => ({ ...row, position: index + 1, role: 'deducts' }));
  }

  async add(tx: Transaction, receipt: ReceiptEntity): Promise<void> {
    await tx.manager.insert(ReceiptEntity, receipt);
  }

  async addSurplus(tx: Transaction, surplus: SurplusEntity): Promise<void> {
    await tx.manager.insert(SurplusEntity, surplus);
  }

  async updateSurplus(tx: Transaction, id: Uuid, changes: Partial<SurplusEntity>): Promise<void> {
    await tx.manager.update(SurplusEntity, { id }, changes);
  }
}
