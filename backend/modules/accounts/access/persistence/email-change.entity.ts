import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

export type EmailChangeOutcome = 'changed' | 'cancelled' | 'expired' | 'taken';

/** A member wants another address: both have to agree. One is open at a time. */
@Entity({ name: 'email_change', schema: 'accounts' })
@Index('email_change_open_once', ['memberId'], { unique: true, where: 'closed_at IS NULL' })
@Check('email_change_expires_later', `expires_at > requested_at`)
@Check('email_change_new_trimmed', `new_email = btrim(new_email) AND new_email LIKE '%_@_%'`)
@Check(
  'email_change_outcome_known',
  `(closed_at IS NULL) = (outcome IS NULL) AND outcome IN ('changed', 'cancelled', 'expired', 'taken')`,
)
@Check(
  'email_change_both_confirmed',
  `outcome IS DISTINCT FROM 'changed' OR (old_confirmed_at IS NOT NULL AND new_confirmed_at IS NOT NULL)`,
)
export class EmailChangeEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'email_change_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'email_change_member' })
  memberId!: Uuid;

  @Column({ name: 'old_email', type: 'text' })
  oldEmail!: string;

  @Column({ name: 'new_email', type: 'text' })
  newEmail!: string;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'old_confirmed_at', type: 'timestamptz', nullable: true })
  oldConfirmedAt!: Date | null;

  @Column({ name: 'new_confirmed_at', type: 'timestamptz', nullable: true })
  newConfirmedAt!: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome!: EmailChangeOutcome | null;
}
