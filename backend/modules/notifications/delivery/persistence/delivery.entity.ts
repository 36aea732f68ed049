import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NotificationCategory, OutgoingChannel } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { IntentEntity } from '../../announcements/persistence/intent.entity';
import type { DeliveryState } from '../domain/delivery';
import { DigestEntity } from './digest.entity';

/** The intent to tell one person one thing by one channel. Address, link and text are found when it is sent. */
@Entity({ name: 'delivery', schema: 'notifications' })
@Unique('delivery_once', ['dedupeKey'])
@Index('delivery_due', { synchronize: false })
@Index('delivery_claimed', { synchronize: false })
@Index('delivery_to_digest', { synchronize: false })
@Index('delivery_by_digest', { synchronize: false })
@Index('delivery_by_provider_id', { synchronize: false })
@Index('delivery_of_broadcast', { synchronize: false })
@Index('delivery_of_recipient', ['recipientId', 'id'])
@Index('delivery_by_intent', ['intentId'])
@Index('delivery_by_day', ['createdAt'])
@Check(
  'delivery_category_known',
  `category IN ('security', 'billing', 'subscription', 'formations', 'coaching', 'loans', 'signals', 'support',
                   'staff', 'news', 'offers')`,
)
@Check('delivery_channel_known', `channel IN ('email', 'whatsapp', 'telegram', 'discord', 'push')`)
@Check(
  'delivery_state_known',
  `state IN ('queued', 'deferred', 'digested', 'suppressed', 'sending', 'accepted', 'sent', 'delivered', 'read',
                'failed', 'unknown', 'expired', 'cancelled')`,
)
@Check('delivery_lane_known', 'lane BETWEEN 0 AND 3')
@Check('delivery_attempts_before', 'attempts_before BETWEEN 0 AND attempts')
@Check('delivery_claim', `(state = 'sending') = (claimed_until IS NOT NULL)`)
@Check(
  'delivery_closed',
  `(state IN ('queued', 'deferred', 'sending') OR (state = 'digested' AND digest_id IS NULL))
      = (closed_at IS NULL)`,
)
@Check(
  'delivery_reasoned',
  `state NOT IN ('deferred', 'suppressed', 'failed', 'unknown', 'expired', 'cancelled')
      OR last_reason IS NOT NULL`,
)
export class DeliveryEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'delivery_pkey' })
  id!: Uuid;

  @Column({ name: 'intent_id', type: 'uuid' })
  @ForeignKey(() => IntentEntity, { name: 'delivery_of_intent' })
  intentId!: Uuid;

  /** The summary it went into. */
  @Column({ name: 'digest_id', type: 'uuid', nullable: true })
  @ForeignKey(() => DigestEntity, { name: 'delivery_in_digest', onDelete: 'CASCADE' })
  digestId!: Uuid | null;

  @Column({ type: 'text' })
  channel!: OutgoingChannel;

  /** A mail's template, or the announcement whose few lines are sent. */
  @Column({ type: 'text' })
  template!: string;

  @Column({ type: 'text' })
  category!: NotificationCategory;

  /** Position in `lanes`: the smaller goes first. */
  @Column({ type: 'smallint' })
  lane!: number;

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

  /** Times it was taken up to be sent; also tells two senders of the same row apart. */
  @Column({ type: 'integer' })
  attempts!: number;

  /** Those of them made before the staff sent it again: they count no more. */
  @Column({ name: 'attempts_before', type: 'integer', default: 0 })
  attemptsBefore!: number;

  @Column({ name: 'next_attempt_at', type: 'timestamptz' })
  nextAttemptAt!: Date;

  /** Too late from then on. */
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** Needless once the message was read in the list. */
  @Column({ name: 'unless_read', type: 'boolean' })
  unlessRead!: boolean;

  /** While somebody is sending it; after this instant the sender is believed dead. */
  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true })
  claimedUntil!: Date | null;

  /** Set just before the provider is given the message: a death after it leaves us not knowing. */
  @Column({ name: 'handed_over_at', type: 'timestamptz', nullable: true })
  handedOverAt!: Date | null;

  /** Since when nobody knows whether an earlier attempt arrived. */
  @Column({ name: 'doubt_since', type: 'timestamptz', nullable: true })
  doubtSince!: Date | null;

  /** The browser it rings in, for push. */
  @Column({ name: 'place_id', type: 'uuid', nullable: true })
  placeId!: Uuid | null;

  /** Of the address it was handed over for. */
  @Column({ name: 'address_hash', type: 'text', nullable: true })
  addressHash!: string | null;

  @Column({ name: 'provider_id', type: 'text', nullable: true })
  providerId!: string | null;

  @Column({ name: 'template_version', type: 'text', nullable: true })
  templateVersion!: string | null;

  @Column({ name: 'last_reason', type: 'text', nullable: true })
  lastReason!: string | null;

  @Column({ type: 'boolean' })
  test!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** Of the present state. */
  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}
