import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';

/** One summary for one person; the deliveries that went into it name it. */
@Entity({ name: 'digest', schema: 'notifications' })
@Index('digest_of_recipient', ['recipientId'])
export class DigestEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'digest_pkey' })
  id!: Uuid;

  @Column({ name: 'recipient_id', type: 'uuid' })
  recipientId!: Uuid;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
