import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentEntity } from '../../payments/persistence/payment.entity';

/** Money that moved on an account, once however often its file is read. */
@Entity({ name: 'statement_line', schema: 'billing' })
@Unique('statement_line_once', ['account', 'fingerprint'])
@Index('statement_line_open', ['bookedOn'], { where: `state = 'open' AND amount_cents > 0` })
@Check('statement_line_state_known', `state IN ('open', 'used', 'ignored')`)
@Check('statement_line_used', `(state = 'used') = (payment_id IS NOT NULL)`)
@Check('statement_line_amount', `amount_cents <> 0`)
export class StatementLineEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'statement_line_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  account!: string;

  @Column({ type: 'text' })
  fingerprint!: string;

  /** Europe/Paris. */
  @Column({ name: 'booked_on', type: 'date' })
  bookedOn!: IsoDate;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text', nullable: true })
  payer!: string | null;

  @Column({ name: 'bank_reference', type: 'text', nullable: true })
  bankReference!: string | null;

  /** EUR cents; money that left is negative. */
  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents!: number;

  @Column({ type: 'text' })
  state!: 'open' | 'used' | 'ignored';

  /** The payment it was used for. */
  @Column({ name: 'payment_id', type: 'uuid', nullable: true })
  @ForeignKey(() => PaymentEntity, { name: 'statement_line_payment' })
  paymentId!: Uuid | null;

  @Column({ name: 'imported_by', type: 'uuid' })
  importedBy!: Uuid;

  @Column({ name: 'imported_at', type: 'timestamptz' })
  importedAt!: Date;
}
