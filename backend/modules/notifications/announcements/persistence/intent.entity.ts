import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DeliveryState, NotificationCategory, OutgoingChannel } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import type { Decisions } from '../domain/decision';

/** One piece of news for one person: told at most once for ever, and why through these channels. */
@Entity({ name: 'intent', schema: 'notifications' })
@Unique('intent_once', ['dedupeKey'])
@Index('intent_of_recipient', ['recipientId', 'id'])
@Check('intent_decided', `jsonb_typeof(decisions) = 'object'`)
@Check('intent_final_states', `jsonb_typeof(final_states) = 'object'`)
export class IntentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'intent_pkey' })
  id!: Uuid;

  /** A name of the announcements, or of one that has gone since. */
  @Column({ type: 'text' })
  announcement!: string;

  @Column({ type: 'text' })
  category!: NotificationCategory;

  @Column({ name: 'recipient_id', type: 'uuid' })
  recipientId!: Uuid;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: Uuid;

  @Column({ type: 'text', nullable: true })
  occurrence!: string | null;

  @Column({ name: 'dedupe_key', type: 'text' })
  dedupeKey!: string;

  @Column({ type: 'jsonb' })
  decisions!: Decisions;

  /** How its deliveries ended that the log has forgotten. */
  @Column({ name: 'final_states', type: 'jsonb', default: {} })
  finalStates!: Partial<Record<OutgoingChannel, DeliveryState>>;

  /** Nothing of it leaves from then on. */
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** Asked for by the staff to see it arrive: outside every rate. */
  @Column({ type: 'boolean' })
  test!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
