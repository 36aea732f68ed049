import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { ErrorCode } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { ReconciliationBatchEntity } from './reconciliation-batch.entity';
import { ReconciliationRowEntity } from './reconciliation-row.entity';

@Injectable()
export class BatchRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: Uuid): Promise<ReconciliationBatchEntity | null> {
    return this.dataSource.manager.findOneBy(ReconciliationBatchEntity, { id });
  }

  rows(batchId: Uuid): Promise<ReconciliationRowEntity[]> {
    return this.dataSource.manager.find(ReconciliationRowEntity, {
      where: { batchId },
      order: { position: 'ASC' },
    });
  }

  /** Those somebody still works on, the oldest first. */
  running(): Promise<ReconciliationBatchEntity[]> {
    return this.dataSource.manager.find(ReconciliationBatchEntity, {
      where: { finishedAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  /** The last batch of the same rows; whoever starts one takes turns. */
  async lastOf(tx: Transaction, key: string): Promise<ReconciliationBatchEntity | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`billing.batch|${key}`]);
    return tx.manager.findOne(ReconciliationBatchEntity, { where: { key }, order: { id: 'DESC' } });
  }

  async hasFailures(tx: Transaction, batchId: Uuid): Promise<boolean> {
    return tx.manager.existsBy(ReconciliationRowEntity, { batchId, state: 'failed' });
  }

  async add(
    tx: Transaction,
    batch: ReconciliationBatchEntity,
    rows: ReconciliationRowEntity[],
  ): Promise<void> {
    await tx.manager.insert(ReconciliationBatchEntity, batch);
    await tx.manager.insert(ReconciliationRowEntity, rows);
  }

  nextRow(batchId: Uuid): Promise<ReconciliationRowEntity | null> {
    return this.dataSource.manager.findOne(ReconciliationRowEntity, {
      where: { batchId, state: 'pending' },
      order: { position: 'ASC' },
    });
  }

  async settle(
    tx: Transaction,
    { batchId, lineId }: ReconciliationRowEntity,
    errorCode: ErrorCode | null,
  ): Promise<void> {
    const outcome = { state: errorCode ? ('failed' as const) : ('done' as const), errorCode };
    await tx.manager.update(ReconciliationRowEntity, { batchId, lineId, state: 'pending' }, outcome);
  }

  async finish(id: Uuid, now: Date): Promise<void> {
    await this.dataSource.manager.update(
      ReconciliationBatchEntity,
      { id, finishedAt: IsNull() },
      { finishedAt: now },
    );
  }
}
