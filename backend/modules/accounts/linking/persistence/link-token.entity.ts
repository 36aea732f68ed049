import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LinkedPlatform } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** What a member carries to a platform to say who he is: once, and soon. Only its hash is kept. */
@Entity({ name: 'link_token', schema: 'accounts' })
@Unique('link_token_hash_once', ['hash'])
@Index('link_token_latest', ['memberId', 'platform', 'createdAt'])
@Check('link_token_hash_shape', `hash ~ '^[0-9a-f]{64}$'`)
@Check('link_token_platform_known', `platform IN ('telegram', 'discord')`)
@Check('link_token_expires_later', `expires_at > created_at`)
@Check('link_token_one_end', `used_at IS NULL OR withdrawn_at IS NULL`)
@Check('link_token_taken_by_use', `NOT taken OR used_at IS NOT NULL`)
export class LinkTokenEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'link_token_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'link_token_member' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  platform!: LinkedPlatform;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;

  /** Another was asked for, or the account was unlinked meanwhile. */
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  /** It was opened with an account that is another member's. */
  @Column({ type: 'boolean' })
  taken!: boolean;
}
