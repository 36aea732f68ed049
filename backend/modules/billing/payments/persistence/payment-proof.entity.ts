import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentEntity } from './payment.entity';

/** What a member sent to show that he paid. A replaced one stays a row until its file is gone. */
@Entity({ name: 'payment_proof', schema: 'billing' })
@Index('payment_proof_shown_once', ['paymentId'], { unique: true, where: 'removed_at IS NULL' })
@Index('payment_proof_removed', ['removedAt'], { where: 'removed_at IS NOT NULL' })
@Check('payment_proof_media_known', `media_type IN ('application/pdf', 'image/jpeg')`)
export class PaymentProofEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'payment_proof_pkey' })
  id!: Uuid;

  @Column({ name: 'payment_id', type: 'uuid' })
  @ForeignKey(() => PaymentEntity, { name: 'payment_proof_payment' })
  paymentId!: Uuid;

  @Column({ name: 'file_id', type: 'uuid' })
  fileId!: Uuid;

  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  @Column({ name: 'byte_size', type: 'integer' })
  byteSize!: number;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt!: Date;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
