import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NotificationCategory } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import type { DeliveryState } from '../domain/delivery';
import type { MailTemplateName } from '../templates/mail-templates';

/** The intent to tell one person one thing by one channel. Address, link and text are found when it is sent. */
@Entity({ name: 'delivery', schema: 'notifications' })
@Unique('delivery_once', ['dedupeKey'])
@Index('delivery_due', { synchronize: false })
@Index('delivery_claimed', { synchronize: false })
@Check(
  'delivery_category_known',
  `category IN ('security', 'billing', 'subscription', 'formations', 'coaching', 'loans', 'signals', 'support', 'staff', 'news', 'offers')`,
)
@Check('delivery_channel_known', `channel IN ('email')`)
@Check('delivery_state_known', `state IN ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')`)
@Check('delivery_claim', `(state = 'sending') = (claimed_until IS NOT NULL)`)
@Check('delivery_closed', `(state IN ('queued', 'sending')) = (closed_at IS NULL)`)
@Check('delivery_reasoned', `state NOT IN ('failed', 'unknown', 'cancelled') OR last_reason IS NOT NULL`)
export class DeliveryEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'delivery_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  channel!: 'email';

  @Column({ type: 'text' })
  template!: MailTemplateName;

  @Column({ type: 'text' })
  category!: NotificationCategory;

  @Column({ name: 'recipient_id', type: 'uuid' })
  recipientId!: Uuid;

  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: Uuid;

  /** Which time of the subject it speaks of: once the subject moved on, nobody needs it. */
  @Column({ type: 'text', nullable: true })
  occurrence!: string | null;

  @Column({ name: 'dedupe_key', type: 'text' })
  dedupeKey!: string;

  @Column({ type: 'text' })
  state!: DeliveryState;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ name: 'next_attempt_at', type: 'timestamptz' })
  nextAttemptAt!: Date;

  /** While somebody is sending it; after this instant the sender is believed dead. */
  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true })
  claimedUntil!: Date | null;

  /** Set just before the provider is given the message: a death after it leaves us not knowing. */
  @Column({ name: 'handed_over_at', type: 'timestamptz', nullable: true })
  handedOverAt!: Date | null;

  @Column({ name: 'provider_id', type: 'text', nullable: true })
  providerId!: string | null;

  @Column({ name: 'last_reason', type: 'text', nullable: true })
  lastReason!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}
