import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** How a number was proven: the code sent to it came back, or it wrote to us. */
export type WhatsAppProofWay = 'code' | 'message';

/**
 * A member says that a number is his and that he wants messages there: kept as the proof of that (GDPR art. 7).
 * In force until `endedAt`; proven once `provenAt`. The code follows from the row and our key.
 */
@Entity({ name: 'whatsapp_proof', schema: 'accounts' })
@Index('whatsapp_proof_one_in_force', { synchronize: false })
@Index('whatsapp_proof_number_once', { synchronize: false })
@Index('whatsapp_proof_waiting', { synchronize: false })
@Check('whatsapp_proof_number_e164', `number ~ '^\\+[1-9][0-9]{4,14}$'`)
@Check('whatsapp_proof_attempts_few', `attempts BETWEEN 0 AND 5`)
@Check('whatsapp_proof_expires_later', `expires_at > created_at`)
@Check(
  'whatsapp_proof_explained',
  `(proven_at IS NULL) = (proven_by IS NULL) AND proven_by IN ('code', 'message')`,
)
export class WhatsAppProofEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'whatsapp_proof_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'whatsapp_proof_member' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  number!: string;

  /** Which of our keys the code was derived with. */
  @Column({ name: 'key_id', type: 'text' })
  keyId!: string;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'opted_in_at', type: 'timestamptz' })
  optedInAt!: Date;

  /** Which wording he agreed to. */
  @Column({ name: 'opt_in_version', type: 'integer' })
  optInVersion!: number;

  @Column({ name: 'proven_at', type: 'timestamptz', nullable: true })
  provenAt!: Date | null;

  @Column({ name: 'proven_by', type: 'text', nullable: true })
  provenBy!: WhatsAppProofWay | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
