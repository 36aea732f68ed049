import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CancelReason, ContractRequestKind, ContractRequestStatus, Locale } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentEntity } from '../../payments/persistence/payment.entity';
import { SubscriptionEntity } from '../../subscriptions/persistence/subscription.entity';

/** Somebody asked to cancel or to withdraw, with or without an account: what, and when to the second. */
@Entity({ name: 'contract_request', schema: 'billing' })
@Unique('contract_request_reference_once', ['reference'])
@Index('contract_request_waiting', ['deadlineOn'], { where: `status = 'received'` })
@Index('contract_request_of_member', ['memberId'])
@Check('contract_request_kind_known', `kind IN ('cancellation', 'withdrawal')`)
@Check('contract_request_status_known', `status IN ('received', 'done', 'refused')`)
@Check('contract_request_locale_known', `locale IN ('fr', 'en')`)
@Check('contract_request_link_dated', `(link_hash IS NULL) = (link_expires_at IS NULL)`)
@Check('contract_request_refund', `refund_cents >= 0`)
@Check(
  'contract_request_handled',
  `status = 'received' OR (handled_at IS NOT NULL AND (handled_by IS NOT NULL OR confirmed_at IS NOT NULL))`,
)
@Check('contract_request_refusal_explained', `status <> 'refused' OR btrim(note) <> ''`)
export class ContractRequestEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'contract_request_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  kind!: ContractRequestKind;

  /** `RES-7K3M9Q` or `RET-7K3M9Q`, what the acknowledgement says. */
  @Column({ type: 'text' })
  reference!: string;

  /** Whose address it was sent from, as far as the house can tell; null for a stranger. */
  @Column({ name: 'member_id', type: 'uuid', nullable: true })
  memberId!: Uuid | null;

  @Column({ name: 'subscription_id', type: 'uuid', nullable: true })
  @ForeignKey(() => SubscriptionEntity, { name: 'contract_request_subscription' })
  subscriptionId!: Uuid | null;

  @Column({ name: 'payment_id', type: 'uuid', nullable: true })
  @ForeignKey(() => PaymentEntity, { name: 'contract_request_payment' })
  paymentId!: Uuid | null;

  /** Name, address and words of whoever asks, encrypted; null once erased. */
  @Column({ type: 'text', nullable: true })
  sealed!: string | null;

  @Column({ type: 'text' })
  locale!: Locale;

  @Column({ name: 'reason_code', type: 'text', nullable: true })
  reasonCode!: CancelReason | null;

  /** From when he wants to be free; the end of what is paid when he did not say. */
  @Column({ name: 'effective_on', type: 'date', nullable: true })
  effectiveOn!: IsoDate | null;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt!: Date;

  /** The staff has answered by then. */
  @Column({ name: 'deadline_on', type: 'date' })
  deadlineOn!: IsoDate;

  /** A withdrawal within its fourteen days; null when no order was found. */
  @Column({ name: 'in_time', type: 'boolean', nullable: true })
  inTime!: boolean | null;

  /** What a withdrawal of that moment gives back (C. conso. L221-25), EUR cents. */
  @Column({ name: 'refund_cents', type: 'integer', nullable: true })
  refundCents!: number | null;

  @Column({ name: 'link_hash', type: 'text', nullable: true })
  linkHash!: string | null;

  @Column({ name: 'link_expires_at', type: 'timestamptz', nullable: true })
  linkExpiresAt!: Date | null;

  @Column({ type: 'text' })
  status!: ContractRequestStatus;

  /** When the link of the mail was followed. */
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ name: 'handled_at', type: 'timestamptz', nullable: true })
  handledAt!: Date | null;

  @Column({ name: 'handled_by', type: 'uuid', nullable: true })
  handledBy!: Uuid | null;

  /** What the staff answered. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
