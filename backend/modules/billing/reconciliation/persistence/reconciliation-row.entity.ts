import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ErrorCode, ReconciliationState } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentEntity } from '../../payments/persistence/payment.entity';
import { ReconciliationBatchEntity } from './reconciliation-batch.entity';
import { StatementLineEntity } from './statement-line.entity';

/** One line validated for one payment, or why it was not. */
@Entity({ name: 'reconciliation_row', schema: 'billing' })
@Index('reconciliation_row_line_once', ['lineId'], { unique: true, where: `state <> 'failed'` })
@Index('reconciliation_row_waiting', ['batchId', 'position'], { where: `state = 'pending'` })
@Check('reconciliation_row_state_known', `state IN ('pending', 'done', 'failed')`)
@Check('reconciliation_row_failure', `(state = 'failed') = (error_code IS NOT NULL)`)
export class ReconciliationRowEntity {
  @PrimaryColumn({ name: 'batch_id', type: 'uuid', primaryKeyConstraintName: 'reconciliation_row_pkey' })
  @ForeignKey(() => ReconciliationBatchEntity, { name: 'reconciliation_row_batch' })
  batchId!: Uuid;

  @PrimaryColumn({ name: 'line_id', type: 'uuid', primaryKeyConstraintName: 'reconciliation_row_pkey' })
  @ForeignKey(() => StatementLineEntity, { name: 'reconciliation_row_line' })
  lineId!: Uuid;

  @Column({ name: 'payment_id', type: 'uuid' })
  @ForeignKey(() => PaymentEntity, { name: 'reconciliation_row_payment' })
  paymentId!: Uuid;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  state!: ReconciliationState;

  @Column({ name: 'error_code', type: 'text', nullable: true })
  errorCode!: ErrorCode | null;
}
