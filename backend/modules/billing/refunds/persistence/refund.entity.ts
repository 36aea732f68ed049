import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PaymentMethodCode, RefundState } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { CreditedLine } from '../../invoices/domain/credit';
import { PaymentMethodEntity } from '../../offers/persistence/payment-method.entity';
import { PaymentEntity } from '../../payments/persistence/payment.entity';

/** Money that goes back, asked for by one person and, where the academy wants it, agreed to by another. */
@Entity({ name: 'refund', schema: 'billing' })
@Index('refund_one_waiting', ['paymentId'], { unique: true, where: `state = 'requested'` })
@Index('refund_number_once', ['method', 'transactionNumber'], { unique: true, where: `state = 'done'` })
@Index('refund_of_payment', ['paymentId', 'id'])
@Check('refund_state_known', `state IN ('requested', 'done', 'declined')`)
@Check('refund_explained', `btrim(reason) <> ''`)
@Check('refund_number_normalised', `transaction_number ~ '^[A-Z0-9]{4,64}$'`)
@Check('refund_decided', `(state = 'requested') = (decided_at IS NULL AND decided_by IS NULL)`)
@Check('refund_done', `(state = 'done') = (amount_cents IS NOT NULL AND cardinality(credit_note_ids) > 0)`)
@Check('refund_declined', `(state = 'declined') = (decline_reason IS NOT NULL)`)
export class RefundEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'refund_pkey' })
  id!: Uuid;

  @Column({ name: 'payment_id', type: 'uuid' })
  @ForeignKey(() => PaymentEntity, { name: 'refund_payment' })
  paymentId!: Uuid;

  @Column({ type: 'text' })
  state!: RefundState;

  /** Null: all that is left. */
  @Column({ type: 'jsonb', nullable: true })
  lines!: CreditedLine[] | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  @ForeignKey(() => PaymentMethodEntity, { name: 'refund_method' })
  method!: PaymentMethodCode;

  /** Of the transaction that carried the money back, normalised. */
  @Column({ name: 'transaction_number', type: 'text' })
  transactionNumber!: string;

  @Column({ name: 'refunded_on', type: 'date' })
  refundedOn!: IsoDate;

  /** Exclusive; null when access is left as it is. */
  @Column({ name: 'access_ends_on', type: 'date', nullable: true })
  accessEndsOn!: IsoDate | null;

  /** What the credit notes say, EUR cents; null until they exist. */
  @Column({ name: 'amount_cents', type: 'integer', nullable: true })
  amountCents!: number | null;

  @Column({ name: 'credit_note_ids', type: 'uuid', array: true })
  creditNoteIds!: Uuid[];

  @Column({ name: 'requested_by', type: 'uuid' })
  requestedBy!: Uuid;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy!: Uuid | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'decline_reason', type: 'text', nullable: true })
  declineReason!: string | null;
}
