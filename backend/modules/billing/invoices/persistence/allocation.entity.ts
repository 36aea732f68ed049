import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentEntity } from '../../payments/persistence/payment.entity';
import { InvoiceEntity } from './invoice.entity';

/** Which money settles which invoice. */
@Entity({ name: 'allocation', schema: 'billing' })
@Index('allocation_of_invoice', ['invoiceId'])
@Check('allocation_positive', `amount_cents > 0`)
export class AllocationEntity {
  @PrimaryColumn({ name: 'payment_id', type: 'uuid', primaryKeyConstraintName: 'allocation_pkey' })
  @ForeignKey(() => PaymentEntity, { name: 'allocation_payment' })
  paymentId!: Uuid;

  @PrimaryColumn({ name: 'invoice_id', type: 'uuid', primaryKeyConstraintName: 'allocation_pkey' })
  @ForeignKey(() => InvoiceEntity, { name: 'allocation_invoice' })
  invoiceId!: Uuid;

  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents!: number;
}
