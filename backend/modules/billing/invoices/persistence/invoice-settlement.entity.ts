import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PaymentMethodCode } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentMethodEntity } from '../../offers/persistence/payment-method.entity';
import { InvoiceEntity } from './invoice.entity';

/** Money that came for an invoice after it was issued; given back, for a credit note. Append-only. */
@Entity({ name: 'invoice_settlement', schema: 'billing' })
@Unique('invoice_settlement_transaction_once', ['method', 'transactionNumber'])
@Index('invoice_settlement_of_invoice', ['invoiceId'])
@Check('invoice_settlement_number_normalised', `transaction_number ~ '^[A-Z0-9]{4,64}$'`)
@Check('invoice_settlement_positive', `amount_cents > 0`)
export class InvoiceSettlementEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'invoice_settlement_pkey' })
  id!: Uuid;

  @Column({ name: 'invoice_id', type: 'uuid' })
  @ForeignKey(() => InvoiceEntity, { name: 'invoice_settlement_invoice' })
  invoiceId!: Uuid;

  @Column({ type: 'text' })
  @ForeignKey(() => PaymentMethodEntity, { name: 'invoice_settlement_method' })
  method!: PaymentMethodCode;

  @Column({ name: 'transaction_number', type: 'text' })
  transactionNumber!: string;

  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents!: number;

  @Column({ name: 'received_on', type: 'date' })
  receivedOn!: IsoDate;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy!: Uuid;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;
}
