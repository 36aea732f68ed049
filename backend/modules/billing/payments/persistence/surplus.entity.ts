import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SurplusChoice, SurplusState } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentEntity } from './payment.entity';
import { ReceiptEntity } from './receipt.entity';

/** Money above the price: the academy owes it until it is sent back. */
@Entity({ name: 'surplus', schema: 'billing' })
@Unique('surplus_of_receipt_once', ['receiptId'])
@Index('surplus_of_payment', ['paymentId'])
@Index('surplus_owed', ['createdAt'], { where: `state = 'owed'` })
@Check('surplus_amount_positive', `amount_cents > 0`)
@Check('surplus_choice_known', `choice IN ('credit', 'refuse')`)
@Check('surplus_state_known', `state IN ('owed', 'returned')`)
@Check(
  'surplus_return_complete',
  `(state = 'returned') = (returned_on IS NOT NULL AND returned_number IS NOT NULL AND returned_by IS NOT NULL)`,
)
export class SurplusEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'surplus_pkey' })
  id!: Uuid;

  @Column({ name: 'receipt_id', type: 'uuid' })
  @ForeignKey(() => ReceiptEntity, { name: 'surplus_receipt' })
  receiptId!: Uuid;

  @Column({ name: 'payment_id', type: 'uuid' })
  @ForeignKey(() => PaymentEntity, { name: 'surplus_payment' })
  paymentId!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: Uuid;

  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents!: number;

  /** Kept until it is refunded, or refused and to be sent back at once. */
  @Column({ type: 'text' })
  choice!: SurplusChoice;

  @Column({ type: 'text' })
  state!: SurplusState;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'returned_on', type: 'date', nullable: true })
  returnedOn!: IsoDate | null;

  @Column({ name: 'returned_number', type: 'text', nullable: true })
  returnedNumber!: string | null;

  @Column({ name: 'returned_by', type: 'uuid', nullable: true })
  returnedBy!: Uuid | null;
}
