import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanFlag } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** The academy switched a feature for the members of a plan. No row: the plan has it. */
@Entity({ name: 'plan_flag', schema: 'accounts' })
@Check('plan_flag_version_positive', `version > 0`)
export class PlanFlagEntity {
  @PrimaryColumn({ name: 'plan_id', type: 'uuid', primaryKeyConstraintName: 'plan_flag_pkey' })
  planId!: Uuid;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'plan_flag_pkey' })
  flag!: PlanFlag;

  @Column({ name: 'is_on', type: 'boolean' })
  isOn!: boolean;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy!: Uuid;
}
