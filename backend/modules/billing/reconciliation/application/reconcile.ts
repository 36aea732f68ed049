import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { isUniqueViolation, UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { ValidatePayment } from '../../payments/application/validate-payment';
import { PaymentRepository } from '../../payments/persistence/payment.repository';
import { numberOfLine } from '../domain/fingerprint';
import { BatchRepository } from '../persistence/batch.repository';
import type { ReconciliationBatchEntity } from '../persistence/reconciliation-batch.entity';
import type { ReconciliationRowEntity } from '../persistence/reconciliation-row.entity';
import { StatementRepository } from '../persistence/statement.repository';

export interface ChosenRow {
  lineId: Uuid;
  paymentId: Uuid;
}

/**
 * Validates payments from the statement, one by one, in a worker. Whoever is killed halfway left rows that
 * still wait; a row validated twice is one validation, because the same number answers the same.
 */
@Injectable()
export class Reconcile {
  private working = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: BatchRepository,
    private readonly statements: StatementRepository,
    private readonly payments: PaymentRepository,
    private readonly validatePayment: ValidatePayment,
    private readonly clock: Clock,
  ) {}

  /**
   * The same rows again are the same batch, unless some of them failed: then it is tried anew.
   * @throws DomainError billing.statement-line-not-found, billing.payment-not-found
   */
  async start(rows: readonly ChosenRow[], adminId: Uuid): Promise<ReconciliationBatchEntity> {
    const key = keyOf(rows);
    try {
      return await this.unitOfWork.run((tx) => this.open(tx, key, rows, adminId));
    } catch (error) {
      // Somebody else validates one of the lines at this moment.
      if (isUniqueViolation(error, 'reconciliation_row_line_once')) throw lineGone();
      throw error;
    }
  }

  /** Works until nothing waits; a second call in the same process leaves it to the first. */
  async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      await this.finishBatches();
    } finally {
      this.working = false;
    }
  }

  private async finishBatches(): Promise<void> {
    for (const batch of await this.batches.running()) {
      for (let row = await this.batches.nextRow(batch.id); row; row = await this.batches.nextRow(batch.id))
        await this.settle(batch, row);
      await this.batches.finish(batch.id, this.clock.now());
    }
  }

  private async open(
    tx: Transaction,
    key: string,
    rows: readonly ChosenRow[],
    adminId: Uuid,
  ): Promise<ReconciliationBatchEntity> {
    const last = await this.batches.lastOf(tx, key);
    if (last && (last.finishedAt === null || !(await this.batches.hasFailures(tx, last.id)))) return last;
    const open = await this.statements.findOpen(
      tx,
      rows.map(({ lineId }) => lineId),
    );
    const known = await this.payments.findAll(
      rows.map(({ paymentId }) => paymentId),
      tx.manager,
    );
    const wanted = rows.filter(({ lineId }) => open.some(({ id }) => id === lineId));
    if (wanted.length === 0) throw lineGone();
    if (wanted.some(({ paymentId }) => !known.some(({ id }) => id === paymentId)))
      throw new DomainError('billing.payment-not-found', {}, 'not-found');
    const id = newId();
    const batch = { id, key, startedBy: adminId, startedAt: this.clock.now(), finishedAt: null };
    await this.batches.add(
      tx,
      batch,
      wanted.map((row, position) => ({ ...row, batchId: id, position, state: 'pending', errorCode: null })),
    );
    tx.audit({
      actorId: adminId,
      action: 'billing.start-reconciliation',
      objectType: 'reconciliation-batch',
      objectId: id,
      before: null,
      after: { rows: wanted.length },
    });
    return batch;
  }

  private async settle(batch: ReconciliationBatchEntity, row: ReconciliationRowEntity): Promise<void> {
    const errorCode = await this.validate(batch.startedBy, row);
    await this.unitOfWork.run(async (tx) => {
      await this.batches.settle(tx, row, errorCode);
      if (!errorCode) await this.statements.use(tx, row.lineId, row.paymentId);
    });
  }

  /** Null when it is done; a fault of ours is thrown, and the row waits for the next try. */
  private async validate(
    adminId: Uuid,
    { lineId, paymentId }: ReconciliationRowEntity,
  ): Promise<ErrorCode | null> {
    const line = await this.statements.find(lineId);
    if (!line) return 'billing.statement-line-not-found';
    try {
      await this.validatePayment.execute({
        ...{ paymentId, adminId, transactionNumber: numberOfLine(line), receivedOn: line.bookedOn },
        ...{ amountCents: line.amountCents, source: 'reconciliation' },
      });
      return null;
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'unavailable') return error.code;
      throw error;
    }
  }
}

/** Whatever order they were chosen in. */
function keyOf(rows: readonly ChosenRow[]): string {
  const pairs = rows.map(({ lineId, paymentId }) => `${lineId}:${paymentId}`).sort();
  return createHash('sha256').update(pairs.join('|')).digest('hex');
}

function lineGone(): DomainError {
  return new DomainError('billing.statement-line-not-found', {}, 'not-found');
}
