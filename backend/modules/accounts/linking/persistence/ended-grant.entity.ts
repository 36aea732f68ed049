import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';

/** A grant nobody uses any more and Discord still honours; its row goes once it ended there too. */
@Entity({ name: 'ended_grant', schema: 'accounts' })
@Index('ended_grant_due', ['nextAttemptAt'])
@Check('ended_grant_attempts_counted', `attempts >= 0`)
@Check('ended_grant_external_id_shape', `external_id ~ '^[0-9]{1,20}$'`)
export class EndedGrantEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'ended_grant_pkey' })
  id!: Uuid;

  /** The account that granted it; null for what was ended before it was noted. */
  @Column({ name: 'external_id', type: 'text', nullable: true })
  externalId!: string | null;

  /** Encrypted, bound to this row. */
  @Column({ name: 'sealed_token', type: 'text' })
  sealedToken!: string;

  @Column({ name: 'ended_at', type: 'timestamptz' })
  endedAt!: Date;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ name: 'next_attempt_at', type: 'timestamptz' })
  nextAttemptAt!: Date;
}
