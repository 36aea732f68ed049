import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DeviceKind } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

export const revocationReasons = [
  'logout',
  'token-reused',
  'revoked',
  'password-changed',
  'email-changed',
  'account-secured',
  'account-closed',
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** One login on one browser: the family of all refresh tokens that followed each other in it. */
@Entity({ name: 'session', schema: 'accounts' })
@Index('session_of_member', ['memberId'])
@Index('session_expiry', ['expiresAt'])
@Check('session_expires_later', `expires_at > created_at`)
@Check(
  'session_revocation_explained',
  `(revoked_at IS NULL) = (revoked_because IS NULL) AND revoked_because IN (${revocationReasons.map((reason) => `'${reason}'`).join(', ')})`,
)
@Check('session_device_known', `device IN ('phone', 'tablet', 'computer', 'unknown')`)
@Check('session_country_shape', `country ~ '^[A-Z]{2}$'`)
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'session_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'session_member' })
  memberId!: Uuid;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt!: Date;

  @Column({ type: 'text' })
  device!: DeviceKind;

  @Column({ type: 'text', nullable: true })
  browser!: string | null;

  @Column({ type: 'text', nullable: true })
  system!: string | null;

  /** ISO 3166-1 alpha-2; the address it came from is not kept. */
  @Column({ type: 'text', nullable: true })
  country!: string | null;

  /** A second factor was given at this login. */
  @Column({ name: 'two_factor', type: 'boolean' })
  twoFactor!: boolean;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ name: 'revoked_because', type: 'text', nullable: true })
  revokedBecause!: RevocationReason | null;
}
