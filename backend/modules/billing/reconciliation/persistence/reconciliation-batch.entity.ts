import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';

/** Lines an admin chose to validate in one go; a worker does them one by one. */
@Entity({ name: 'reconciliation_batch', schema: 'billing' })
@Index('reconciliation_batch_running', ['key'], { unique: true, where: 'finished_at IS NULL' })
export class ReconciliationBatchEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'reconciliation_batch_pkey' })
  id!: Uuid;

  /** Of its rows: the same click again is the same batch. */
  @Column({ type: 'text' })
  key!: string;

  @Column({ name: 'started_by', type: 'uuid' })
  startedBy!: Uuid;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
