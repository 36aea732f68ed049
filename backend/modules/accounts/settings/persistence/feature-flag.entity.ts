import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Flag } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** The academy switched a feature for everybody. No row: it is on offer. */
@Entity({ name: 'feature_flag', schema: 'accounts' })
@Check('feature_flag_version_positive', `version > 0`)
export class FeatureFlagEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'feature_flag_pkey' })
  flag!: Flag;

  @Column({ name: 'is_on', type: 'boolean' })
  isOn!: boolean;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy!: Uuid;
}
