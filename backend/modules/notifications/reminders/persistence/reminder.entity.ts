import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';

export const reminderStates = ['planned', 'told', 'silenced', 'superseded', 'expired', 'skipped'] as const;
export type ReminderState = (typeof reminderStates)[number];

/** One reminder of one occurrence for one reader, and what was decided about it. */
@Entity({ name: 'reminder', schema: 'notifications' })
@Index('reminder_due', { synchronize: false })
@Index('reminder_of_recipient', { synchronize: false })
@Check('reminder_state_known', `state IN ('planned', 'told', 'silenced', 'superseded', 'expired', 'skipped')`)
@Check('reminder_decided', `(state = 'planned') = (decided_at IS NULL)`)
@Check('reminder_expires_later', `expires_at > due_at`)
export class ReminderEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'reminder_pkey' })
  kind!: string;

  @PrimaryColumn({ name: 'subject_id', type: 'uuid', primaryKeyConstraintName: 'reminder_pkey' })
  subjectId!: Uuid;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'reminder_pkey' })
  occurrence!: string;

  @PrimaryColumn({ name: 'recipient_id', type: 'uuid', primaryKeyConstraintName: 'reminder_pkey' })
  recipientId!: Uuid;

  @PrimaryColumn({ name: 'offset_key', type: 'text', primaryKeyConstraintName: 'reminder_pkey' })
  offsetKey!: string;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'text' })
  state!: ReminderState;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}
