import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { SessionEntity } from './session.entity';

/** A refresh token of a session, as a hash. The one that was not rotated is the living one. */
@Entity({ name: 'session_token', schema: 'accounts' })
@Unique('session_token_hash_once', ['hash'])
@Index('session_token_living_once', ['sessionId'], { unique: true, where: 'rotated_at IS NULL' })
@Check('session_token_hash_shape', `hash ~ '^[0-9a-f]{64}$'`)
export class SessionTokenEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'session_token_pkey' })
  id!: Uuid;

  @Column({ name: 'session_id', type: 'uuid' })
  @ForeignKey(() => SessionEntity, { name: 'session_token_session', onDelete: 'CASCADE' })
  sessionId!: Uuid;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'rotated_at', type: 'timestamptz', nullable: true })
  rotatedAt!: Date | null;
}
