import type { InvoiceType, PriceMode } from '@calmness/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { BuyerSnapshot } from '../domain/buyer';
import type { InvoiceFrame, IssuerSnapshot, PaymentNote, PrintedMention } from '../domain/invoice';

import { IssuerEntity } from './issuer.entity';

/** A final invoice: every column is legal, none ever changes (trigger). */
@Entity({ name: 'invoice', schema: 'billing' })
@Unique('invoice_number_once', ['number'])
@Unique('invoice_seq_once', ['series', 'year', 'seq'])
@Unique('invoice_idempotency_once', ['idempotencyKey'])
@Unique('invoice_hash_once', ['hash'])
@Index('invoice_of_member', ['memberId', 'id'])
@Check('invoice_type_known', `type IN ('380', '381', '384', '386')`)
@Check('invoice_frame_known', `frame ~ '^[BSM][124]$'`)
@Check('invoice_price_mode_known', `price_mode IN ('TTC', 'HT')`)
@Check('invoice_supply_ordered', `supply_to >= supply_from`)
@Check(
  'invoice_totals',
  `net_cents >= 0 AND vat_cents >= 0 AND paid_cents >= 0 AND paid_cents <= total_cents
   AND total_cents = net_cents + vat_cents AND currency = 'EUR'`,
)
@Check('invoice_paid_frame', `right(frame, 1) <> '2' OR paid_cents = total_cents`)
@Check(
  'invoice_content_known',
  `(content_version = 1 AND payment_note IS NOT NULL AND verify_code IS NULL)
   OR (content_version = 2 AND payment_note IS NULL AND verify_code IS NOT NULL)`,
)
@Check('invoice_amendment_explained', `type NOT IN ('381', '384') OR btrim(reason) <> ''`)
@Unique('invoice_verify_code_once', ['verifyCode'])
@Check('invoice_hash_shape', `hash ~ '^[0-9a-f]{64}$' AND prev_hash ~ '^[0-9a-f]{64}$'`)
export class InvoiceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'invoice_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  type!: InvoiceType;

  @Column({ type: 'text' })
  series!: string;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'text' })
  number!: string;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: Uuid;

  @Column({ name: 'issued_at', type: 'timestamptz' })
  issuedAt!: Date;

  @Column({ name: 'issue_date', type: 'date' })
  issueDate!: IsoDate;

  @Column({ name: 'supply_from', type: 'date' })
  supplyFrom!: IsoDate;

  /** Last day included. */
  @Column({ name: 'supply_to', type: 'date' })
  supplyTo!: IsoDate;

  @Column({ name: 'due_date', type: 'date' })
  dueDate!: IsoDate;

  @Column({ type: 'text' })
  frame!: InvoiceFrame;

  @Column({ name: 'price_mode', type: 'text' })
  priceMode!: PriceMode;

  @Column({ type: 'text' })
  currency!: 'EUR';

  @Column({ name: 'net_cents', type: 'integer' })
  netCents!: number;

  @Column({ name: 'vat_cents', type: 'integer' })
  vatCents!: number;

  @Column({ name: 'total_cents', type: 'integer' })
  totalCents!: number;

  @Column({ name: 'paid_cents', type: 'integer' })
  paidCents!: number;

  /** The one payment of the oldest invoices; the others have a list. */
  @Column({ name: 'payment_note', type: 'jsonb', nullable: true })
  paymentNote!: PaymentNote | null;

  @Column({ name: 'content_version', type: 'integer' })
  contentVersion!: 1 | 2;

  @Column({ type: 'jsonb', default: [] })
  payments!: PaymentNote[];

  @Column({ name: 'purchase_order', type: 'text', nullable: true })
  purchaseOrder!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'verify_code', type: 'text', nullable: true })
  verifyCode!: string | null;

  @Column({ name: 'issuer_id', type: 'uuid' })
  @ForeignKey(() => IssuerEntity, { name: 'invoice_issuer' })
  issuerId!: Uuid;

  @Column({ type: 'jsonb' })
  issuer!: IssuerSnapshot;

  @Column({ type: 'jsonb' })
  buyer!: BuyerSnapshot;

  @Column({ type: 'jsonb' })
  mentions!: PrintedMention[];

  @Column({ name: 'is_demo', type: 'boolean' })
  isDemo!: boolean;

  @Column({ name: 'idempotency_key', type: 'text' })
  idempotencyKey!: string;

  @Column({ name: 'prev_hash', type: 'text' })
  prevHash!: string;

  @Column({ type: 'text' })
  hash!: string;
}
