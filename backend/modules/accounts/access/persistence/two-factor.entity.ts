import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** A member's authenticator app. Until `enabledAt` it was only shown to him. */
@Entity({ name: 'two_factor', schema: 'accounts' })
export class TwoFactorEntity {
  @PrimaryColumn({ name: 'member_id', type: 'uuid', primaryKeyConstraintName: 'two_factor_pkey' })
  @ForeignKey(() => MemberEntity, { name: 'two_factor_member' })
  memberId!: Uuid;

  /** Encrypted, bound to the member. */
  @Column({ name: 'sealed_secret', type: 'text' })
  sealedSecret!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'enabled_at', type: 'timestamptz', nullable: true })
  enabledAt!: Date | null;

  /** The 30-second step of the last code taken: a code works once (RFC 6238 §5.2). */
  @Column({ name: 'last_step', type: 'bigint', nullable: true })
  lastStep!: string | null;
}
