import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** A member's picture in two sizes. A removed one stays a row until its files are gone. */
@Entity({ name: 'avatar', schema: 'accounts' })
@Index('avatar_shown_once', ['memberId'], { unique: true, where: 'removed_at IS NULL' })
@Index('avatar_removed', ['removedAt'], { where: 'removed_at IS NOT NULL' })
export class AvatarEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'avatar_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'avatar_member' })
  memberId!: Uuid;

  /** 256 pixels. */
  @Column({ name: 'large_file_id', type: 'uuid' })
  largeFileId!: Uuid;

  /** 64 pixels. */
  @Column({ name: 'small_file_id', type: 'uuid' })
  smallFileId!: Uuid;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
