import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type {
  BilingualText,
  BroadcastAudience,
  BroadcastCategory,
  BroadcastChannel,
  BroadcastForecast,
  BroadcastState,
} from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** One piece of news for a whole audience. */
@Entity({ name: 'broadcast', schema: 'notifications' })
@Index('broadcast_sending', ['confirmedAt'], { where: `state = 'sending'` })
@Check('broadcast_state_known', `state IN ('draft', 'sending', 'sent', 'stopped')`)
@Check('broadcast_category_known', `category IN ('news', 'offers')`)
@Check('broadcast_version_positive', `version > 0`)
@Check(
  'broadcast_channels_some',
  `cardinality(channels) > 0 AND channels <@ ARRAY['in_app', 'email', 'whatsapp', 'telegram', 'push']`,
)
@Check(
  'broadcast_objects',
  `jsonb_typeof(audience) = 'object' AND jsonb_typeof(title) = 'object' AND jsonb_typeof(body) = 'object'`,
)
@Check(
  'broadcast_confirmed',
  `(state = 'draft') = (confirmed_at IS NULL) AND (confirmed_at IS NULL) = (confirmed_by IS NULL)
      AND (confirmed_at IS NULL OR forecast IS NOT NULL)`,
)
@Check('broadcast_ended', `(state IN ('sent', 'stopped')) = (ended_at IS NOT NULL)`)
@Check('broadcast_stopped', `(state = 'stopped') = (stopped_by IS NOT NULL)`)
export class BroadcastEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'broadcast_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  state!: BroadcastState;

  @Column({ type: 'text' })
  category!: BroadcastCategory;

  @Column({ type: 'jsonb' })
  audience!: BroadcastAudience;

  @Column({ type: 'text', array: true })
  channels!: BroadcastChannel[];

  @Column({ type: 'jsonb' })
  title!: BilingualText;

  @Column({ type: 'jsonb' })
  body!: BilingualText;

  /** Counted last; what was confirmed, once it was. */
  @Column({ type: 'jsonb', nullable: true })
  forecast!: BroadcastForecast | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: Uuid;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true })
  confirmedBy!: Uuid | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'stopped_by', type: 'uuid', nullable: true })
  stoppedBy!: Uuid | null;
}

/** Somebody who was in the audience when it was confirmed. */
@Entity({ name: 'broadcast_recipient', schema: 'notifications' })
@Check('broadcast_recipient_told', '(told_at IS NULL) = (channels IS NULL)')
@Index('broadcast_recipient_waiting', ['broadcastId', 'memberId'], { where: 'told_at IS NULL' })
@Index('broadcast_recipient_of_member', ['memberId'])
export class BroadcastRecipientEntity {
  @PrimaryColumn({ name: 'broadcast_id', type: 'uuid', primaryKeyConstraintName: 'broadcast_recipient_pkey' })
  @ForeignKey(() => BroadcastEntity, { name: 'broadcast_recipient_of', onDelete: 'CASCADE' })
  broadcastId!: Uuid;

  @PrimaryColumn({ name: 'member_id', type: 'uuid', primaryKeyConstraintName: 'broadcast_recipient_pkey' })
  memberId!: Uuid;

  /** His turn came, whatever was decided for him. */
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true })
  toldAt!: Date | null;

  /** Those it was decided to go by; empty for somebody nothing goes to. */
  @Column({ type: 'text', array: true, nullable: true })
  channels!: BroadcastChannel[] | null;
}
