import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ActivityKind } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** A line of the member's own feed, written from events; one per event and kind. */
@Entity({ name: 'activity', schema: 'accounts' })
@Index('activity_feed', ['memberId', 'at', 'eventId'])
@Check(
  'activity_kind_known',
  `kind IN ('registered', 'email_verified', 'profile_completed', 'payment_declared', 'payment_validated',
            'payment_rejected', 'subscription_activated', 'invoice_issued')`,
)
export class ActivityEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid', primaryKeyConstraintName: 'activity_pkey' })
  eventId!: Uuid;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'activity_pkey' })
  kind!: ActivityKind;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: Uuid;

  /** A short noun the sentence needs, e.g. an invoice number. */
  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
