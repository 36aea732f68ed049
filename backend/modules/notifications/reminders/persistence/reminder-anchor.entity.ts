import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';

/** What happens when, as its domain announced it last. */
@Entity({ name: 'reminder_anchor', schema: 'notifications' })
@Check('reminder_anchor_whole', `num_nulls(occurrence, at, zone) IN (0, 3)`)
export class ReminderAnchorEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'reminder_anchor_pkey' })
  kind!: string;

  @PrimaryColumn({ name: 'subject_id', type: 'uuid', primaryKeyConstraintName: 'reminder_anchor_pkey' })
  subjectId!: Uuid;

  @Column({ type: 'integer' })
  version!: number;

  /** Null once it ended, like `at` and `zone`. */
  @Column({ type: 'text', nullable: true })
  occurrence!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  at!: Date | null;

  @Column({ type: 'text', nullable: true })
  zone!: string | null;

  @Column({ name: 'recipient_ids', type: 'uuid', array: true })
  recipientIds!: Uuid[];
}
