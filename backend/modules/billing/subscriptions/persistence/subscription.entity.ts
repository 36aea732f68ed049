import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BilingualText, CancelReason, SubscriptionOrigin } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { PlanEntity } from '../../offers/persistence/plan.entity';
import type { StoredSubscriptionStatus } from '../domain/subscription';

/** A member's access to a plan, from `startsOn` to `endsOn` (exclusive), Europe/Paris. */
@Entity({ name: 'subscription', schema: 'billing' })
@Check('subscription_status_known', `status IN ('active', 'expired', 'cancelled', 'paused')`)
@Check('subscription_ends_later', `ends_on >= starts_on AND months >= 0`)
@Check('subscription_origin_known', `origin IN ('purchase', 'trial', 'complimentary', 'code')`)
@Check('subscription_cancel_known', `cancel_reason IS NULL OR cancelled_at IS NOT NULL`)
@Check('subscription_pause_dated', `(status = 'paused') = (paused_on IS NOT NULL)`)
@Check(
  'subscription_grant_explained',
  `origin <> 'complimentary' OR (granted_by IS NOT NULL AND btrim(grant_reason) <> '')`,
)
@Exclusion(
  'subscription_one_running',
  `USING gist (member_id WITH =, plan_group WITH =, daterange(starts_on, ends_on) WITH &&)`,
)
@Index('subscription_of_member', ['memberId', 'endsOn'])
@Index('subscription_one_trial', ['memberId', 'planGroup'], { unique: true, where: `origin = 'trial'` })
@Index('subscription_to_expire', ['endsOn'], { where: `status = 'active'` })
export class SubscriptionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'subscription_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: Uuid;

  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey(() => PlanEntity, { name: 'subscription_plan' })
  planId!: Uuid;

  @Column({ name: 'plan_code', type: 'text' })
  planCode!: string;

  @Column({ name: 'plan_group', type: 'text' })
  planGroup!: string;

  @Column({ name: 'plan_name', type: 'jsonb' })
  planName!: BilingualText;

  @Column({ type: 'text' })
  status!: StoredSubscriptionStatus;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: IsoDate;

  @Column({ name: 'ends_on', type: 'date' })
  endsOn!: IsoDate;

  /** How it came to be. */
  @Column({ type: 'text', default: 'purchase' })
  origin!: SubscriptionOrigin;

  /** Months bought since `startsOn`; the end is counted from that first day. */
  @Column({ type: 'integer' })
  months!: number;

  /** Days beyond those months: given, given back after a pause, or taken when it ended early (below zero). */
  @Column({ name: 'bonus_days', type: 'integer', default: 0 })
  bonusDays!: number;

  /** First day without access; its days are given back when the pause ends. */
  @Column({ name: 'paused_on', type: 'date', nullable: true })
  pausedOn!: IsoDate | null;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;

  @Column({ name: 'cancel_reason', type: 'text', nullable: true })
  cancelReason!: CancelReason | null;

  /** In the member's own words. */
  @Column({ name: 'cancel_comment', type: 'text', nullable: true })
  cancelComment!: string | null;

  /** Who of the staff gave it, for complimentary access. */
  @Column({ name: 'granted_by', type: 'uuid', nullable: true })
  grantedBy!: Uuid | null;

  @Column({ name: 'grant_reason', type: 'text', nullable: true })
  grantReason!: string | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
