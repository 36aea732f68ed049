import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

export type RevocationReason = 'logout' | 'token-reused';

/** One login on one browser: the family of all refresh tokens that followed each other in it. */
@Entity({ name: 'session', schema: 'accounts' })
@Index('session_of_member', ['memberId'])
@Index('session_expiry', ['expiresAt'])
@Check('session_expires_later', `expires_at > created_at`)
@Check(
  'session_revocation_explained',
  `(revoked_at IS NULL) = (revoked_because IS NULL) AND revoked_because IN ('logout', 'token-reused')`,
)
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'session_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'session_member' })
  memberId!: Uuid;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ name: 'revoked_because', type: 'text', nullable: true })
  revokedBecause!: RevocationReason | null;
}
