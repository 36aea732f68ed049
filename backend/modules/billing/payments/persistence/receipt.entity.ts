import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PaymentMethodCode, ReceiptSource } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { InvoiceEntity } from '../../invoices/persistence/invoice.entity';
import { PaymentMethodEntity } from '../../offers/persistence/payment-method.entity';
import { PaymentEntity } from './payment.entity';

/** The money of one bank transaction, written once with the invoice that was issued for it. */
@Entity({ name: 'receipt', schema: 'billing' })
@Unique('receipt_transaction_once', ['method', 'transactionNumber', 'overrideSeq'])
@Index('receipt_of_payment', ['paymentId', 'id'])
@Check('receipt_number_normalised', `transaction_number ~ '^[A-Z0-9]{4,64}$'`)
@Check('receipt_override_explained', `override_seq = 0 OR length(btrim(override_reason)) >= 10`)
@Check('receipt_amounts', `amount_cents > 0 AND surplus_cents >= 0 AND surplus_cents < amount_cents`)
@Check('receipt_currency_shape', `currency ~ '^[A-Z]{3,5}$'`)
@Check(
  'receipt_exchange',
  `(currency = 'EUR') = (original_amount IS NULL) AND (original_amount IS NULL) = (exchange_rate IS NULL)
   AND original_amount > 0 AND exchange_rate > 0`,
)
@Check('receipt_source_known', `source IN ('staff', 'reconciliation', 'card')`)
export class ReceiptEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'receipt_pkey' })
  id!: Uuid;

  @Column({ name: 'payment_id', type: 'uuid' })
  @ForeignKey(() => PaymentEntity, { name: 'receipt_payment' })
  paymentId!: Uuid;

  @Column({ type: 'text' })
  @ForeignKey(() => PaymentMethodEntity, { name: 'receipt_method' })
  method!: PaymentMethodCode;

  /** Normalised. */
  @Column({ name: 'transaction_number', type: 'text' })
  transactionNumber!: string;

  /** How often the number was used before; each further use says why. */
  @Column({ name: 'override_seq', type: 'integer' })
  overrideSeq!: number;

  @Column({ name: 'override_reason', type: 'text', nullable: true })
  overrideReason!: string | null;

  /** EUR cents that arrived, the surplus included. */
  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents!: number;

  @Column({ name: 'surplus_cents', type: 'integer' })
  surplusCents!: number;

  /** Europe/Paris. */
  @Column({ name: 'received_on', type: 'date' })
  receivedOn!: IsoDate;

  /** EUR, or what the money was before the bank changed it. */
  @Column({ type: 'text' })
  currency!: string;

  @Column({ name: 'original_amount', type: 'numeric', precision: 24, scale: 8, nullable: true })
  originalAmount!: string | null;

  /** Units of `currency` for one euro. */
  @Column({ name: 'exchange_rate', type: 'numeric', precision: 24, scale: 10, nullable: true })
  exchangeRate!: string | null;

  /** The deposit invoice, or the one that settled the payment. */
  @Column({ name: 'invoice_id', type: 'uuid' })
  @ForeignKey(() => InvoiceEntity, { name: 'receipt_invoice' })
  invoiceId!: Uuid;

  @Column({ type: 'text' })
  source!: ReceiptSource;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy!: Uuid;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;
}
