import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BilingualText, PaymentMethodCode, PaymentStatus, PriceMode } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { BuyerSnapshot } from '../../invoices/domain/buyer';
import type { OrderedLine } from '../../invoices/domain/order';

import { PaymentMethodEntity } from '../../offers/persistence/payment-method.entity';
import { PlanEntity } from '../../offers/persistence/plan.entity';
import { SubscriptionEntity } from '../../subscriptions/persistence/subscription.entity';

/** Money announced by a member and decided by the staff, with its own copy of what is bought. */
@Entity({ name: 'payment', schema: 'billing' })
@Unique('payment_reference_once', ['reference'])
@Unique('payment_idempotency_once', ['memberId', 'idempotencyKey'])
@Unique('payment_transaction_once', ['method', 'transactionNumber', 'overrideSeq'])
@Index('payment_one_open', ['memberId', 'planId'], {
  unique: true,
  where: `status IN ('pending', 'proof_sent', 'partial')`,
})
@Index('payment_of_member', ['memberId', 'id'])
@Index('payment_waiting', ['status', 'declaredAt'])
@Check(
  'payment_status_known',
  `status IN ('pending', 'proof_sent', 'partial', 'validated', 'rejected', 'cancelled', 'refunded')`,
)
@Check('payment_amount_positive', `amount_cents > 0 AND currency = 'EUR'`)
@Check('payment_reference_shape', `reference ~ '^CAL-[2-9A-HJKMNP-Z]{6}$'`)
@Check('payment_number_normalised', `transaction_number ~ '^[A-Z0-9]{4,64}$'`)
@Check('payment_override_explained', `override_seq = 0 OR override_reason IS NOT NULL`)
@Check(
  'payment_validation_complete',
  `status <> 'validated' OR (
     transaction_number IS NOT NULL AND received_on IS NOT NULL AND decided_at IS NOT NULL
     AND decided_by IS NOT NULL AND subscription_id IS NOT NULL AND ends_on > starts_on)`,
)
@Check(
  'payment_money_named',
  `status NOT IN ('partial', 'refunded') OR (transaction_number IS NOT NULL AND received_on IS NOT NULL)`,
)
@Check('payment_price_mode_known', `price_mode IN ('TTC', 'HT')`)
@Check('payment_rejection_explained', `status <> 'rejected' OR btrim(reject_reason) <> ''`)
export class PaymentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'payment_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: Uuid;

  /** What the member writes in the transfer label. */
  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey(() => PlanEntity, { name: 'payment_plan' })
  planId!: Uuid;

  @Column({ name: 'plan_code', type: 'text' })
  planCode!: string;

  @Column({ name: 'plan_group', type: 'text' })
  planGroup!: string;

  @Column({ name: 'plan_name', type: 'jsonb' })
  planName!: BilingualText;

  @Column({ name: 'duration_months', type: 'integer' })
  durationMonths!: number;

  /** All taxes included, EUR cents. */
  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents!: number;

  @Column({ type: 'text' })
  currency!: 'EUR';

  @Column({ name: 'vat_rate_code', type: 'text' })
  vatRateCode!: string;

  /** The rate the member was shown; null when the seller charged none. */
  @Column({ name: 'vat_rate_bp', type: 'integer', nullable: true })
  vatRateBp!: number | null;

  /** Who is billed, as he was when he ordered; null on the oldest payments. */
  @Column({ type: 'jsonb', nullable: true })
  buyer!: BuyerSnapshot | null;

  /** What was ordered; null on the oldest payments, which bought one plan. */
  @Column({ name: 'order_lines', type: 'jsonb', nullable: true })
  orderLines!: OrderedLine[] | null;

  @Column({ name: 'price_mode', type: 'text', default: 'TTC' })
  priceMode!: PriceMode;

  /** The buyer's own order number. */
  @Column({ name: 'purchase_order', type: 'text', nullable: true })
  purchaseOrder!: string | null;

  @Column({ name: 'cgv_version', type: 'text' })
  cgvVersion!: string;

  @Column({ type: 'text' })
  @ForeignKey(() => PaymentMethodEntity, { name: 'payment_by_method' })
  method!: PaymentMethodCode;

  @Column({ type: 'text' })
  status!: PaymentStatus;

  @Column({ name: 'idempotency_key', type: 'text', nullable: true })
  idempotencyKey!: string | null;

  /** The number the member gave, if any; a hint for the staff. */
  @Column({ name: 'declared_number', type: 'text', nullable: true })
  declaredNumber!: string | null;

  @Column({ name: 'declared_at', type: 'timestamptz' })
  declaredAt!: Date;

  /** The number the staff found on the statement, normalised. */
  @Column({ name: 'transaction_number', type: 'text', nullable: true })
  transactionNumber!: string | null;

  @Column({ name: 'override_seq', type: 'integer', default: 0 })
  overrideSeq!: number;

  @Column({ name: 'override_reason', type: 'text', nullable: true })
  overrideReason!: string | null;

  @Column({ name: 'received_on', type: 'date', nullable: true })
  receivedOn!: IsoDate | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  /** Who validated, rejected or cancelled; null when the delay did. */
  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy!: Uuid | null;

  @Column({ name: 'reject_reason', type: 'text', nullable: true })
  rejectReason!: string | null;

  @Column({ name: 'subscription_id', type: 'uuid', nullable: true })
  @ForeignKey(() => SubscriptionEntity, { name: 'payment_subscription' })
  subscriptionId!: Uuid | null;

  @Column({ name: 'starts_on', type: 'date', nullable: true })
  startsOn!: IsoDate | null;

  /** Exclusive, Europe/Paris. */
  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: IsoDate | null;
}
