import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { LegalDocumentCode } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { MemberEntity } from '../../directory/persistence/member.entity';

/** Who accepted which version when. No IP address: the proof does without (ACC-a12). */
@Entity({ name: 'legal_acceptance', schema: 'accounts' })
@Unique('legal_acceptance_once', ['memberId', 'code', 'version'])
export class LegalAcceptanceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'legal_acceptance_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  @ForeignKey(() => MemberEntity, { name: 'legal_acceptance_member' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  code!: LegalDocumentCode;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'accepted_at', type: 'timestamptz' })
  acceptedAt!: Date;
}
