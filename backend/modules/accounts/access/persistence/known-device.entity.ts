import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** A browser a member once came in with: it keeps a random token, we its hash. */
@Entity({ name: 'known_device', schema: 'accounts' })
@Unique('known_device_once', ['memberId', 'hash'])
@Check('known_device_hash_shape', `hash ~ '^[0-9a-f]{64}$'`)
export class KnownDeviceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'known_device_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'known_device_member' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt!: Date;
}
