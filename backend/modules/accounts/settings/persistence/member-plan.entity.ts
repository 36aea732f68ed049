import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';

/** Who has which plan until when: billing's facts as its events told them. */
@Entity({ name: 'member_plan', schema: 'accounts' })
@Index('member_plan_of_member', ['memberId'])
export class MemberPlanEntity {
  @PrimaryColumn({ name: 'subscription_id', type: 'uuid', primaryKeyConstraintName: 'member_plan_pkey' })
  subscriptionId!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: Uuid;

  /** Null when the end was told before the beginning. */
  @Column({ name: 'plan_id', type: 'uuid', nullable: true })
  planId!: Uuid | null;

  /** Exclusive, Europe/Paris. */
  @Column({ name: 'ends_on', type: 'date' })
  endsOn!: IsoDate;

  /** Of the subscription; an older fact arriving late changes nothing. */
  @Column({ type: 'integer' })
  version!: number;
}
