import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { PlanEntity } from '../../offers/persistence/plan.entity';
import { SubscriptionEntity } from './subscription.entity';

/** A code sold or given outside the house; whoever types it first has the access. Only its hash is kept. */
@Entity({ name: 'access_code', schema: 'billing' })
@Unique('access_code_once', ['codeHash'])
@Check('access_code_months', `months BETWEEN 1 AND 36`)
@Check(
  'access_code_redeemed',
  `(redeemed_by IS NULL) = (redeemed_at IS NULL) AND (redeemed_by IS NULL) = (subscription_id IS NULL)`,
)
export class AccessCodeEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'access_code_pkey' })
  id!: Uuid;

  @Column({ name: 'code_hash', type: 'text' })
  codeHash!: string;

  /** Its last four characters, to find it again on a list. */
  @Column({ type: 'text' })
  hint!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey(() => PlanEntity, { name: 'access_code_plan' })
  planId!: Uuid;

  @Column({ type: 'integer' })
  months!: number;

  /** Last day it may be used. */
  @Column({ name: 'expires_on', type: 'date' })
  expiresOn!: IsoDate;

  /** What it is for, in the words of the staff. */
  @Column({ type: 'text' })
  label!: string;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: Uuid;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'redeemed_by', type: 'uuid', nullable: true })
  redeemedBy!: Uuid | null;

  @Column({ name: 'redeemed_at', type: 'timestamptz', nullable: true })
  redeemedAt!: Date | null;

  @Column({ name: 'subscription_id', type: 'uuid', nullable: true })
  @ForeignKey(() => SubscriptionEntity, { name: 'access_code_subscription' })
  subscriptionId!: Uuid | null;
}
