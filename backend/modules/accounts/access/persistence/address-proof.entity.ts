import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import type { LinkPurpose } from '../domain/secret-link';
import { EmailChangeEntity } from './email-change.entity';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** A single-use link was sent to an address. The link itself is derived, never stored. */
@Entity({ name: 'address_proof', schema: 'accounts' })
@Index('address_proof_latest', ['memberId', 'purpose', 'createdAt'])
@Check(
  'address_proof_purpose_known',
  `purpose IN ('verify-email', 'reset-password', 'accept-invitation', 'confirm-old-email', 'confirm-new-email')`,
)
@Check(
  'address_proof_change_named',
  `(purpose IN ('confirm-old-email', 'confirm-new-email')) = (email_change_id IS NOT NULL)`,
)
@Check('address_proof_hash_shape', `hash ~ '^[0-9a-f]{64}$'`)
@Check('address_proof_expires_later', `expires_at > created_at`)
export class AddressProofEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'address_proof_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'address_proof_member' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  purpose!: LinkPurpose;

  /** The change of address the link is for. */
  @Column({ name: 'email_change_id', type: 'uuid', nullable: true })
  @ForeignKey(() => EmailChangeEntity, { name: 'address_proof_email_change' })
  emailChangeId!: Uuid | null;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
