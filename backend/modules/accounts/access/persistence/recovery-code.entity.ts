import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { TwoFactorEntity } from './two-factor.entity';

/** One of the ten ways back in without the app; works once. */
@Entity({ name: 'recovery_code', schema: 'accounts' })
@Unique('recovery_code_once', ['memberId', 'hash'])
@Check('recovery_code_hash_shape', `hash ~ '^[0-9a-f]{64}$'`)
export class RecoveryCodeEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'recovery_code_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => TwoFactorEntity, { name: 'recovery_code_factor', onDelete: 'CASCADE' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
