import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BilingualText } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { PlanEntity } from '../../offers/persistence/plan.entity';
import type { StoredSubscriptionStatus } from '../domain/subscription';

/** A member's access to a plan, from `startsOn` to `endsOn` (exclusive), Europe/Paris. */
@Entity({ name: 'subscription', schema: 'billing' })
@Check('subscription_status_known', `status IN ('active', 'expired', 'cancelled', 'paused')`)
@Check('subscription_ends_later', `ends_on >= starts_on AND months > 0`)
@Exclusion(
  'subscription_one_running',
  `USING gist (member_id WITH =, plan_group WITH =, daterange(starts_on, ends_on) WITH &&)`,
)
@Index('subscription_of_member', ['memberId', 'endsOn'])
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

  /** Months bought since `startsOn`; the end is counted from that first day. */
  @Column({ type: 'integer' })
  months!: number;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
