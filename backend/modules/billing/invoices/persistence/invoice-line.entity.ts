import type { SupplyKind } from '@calmness/contracts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import type { VatCategory } from '../domain/totals';
import { InvoiceEntity } from './invoice.entity';

/** What was sold. Written before its invoice, which then seals it. */
@Entity({ name: 'invoice_line', schema: 'billing' })
@Check('invoice_line_amounts', `quantity > 0 AND unit_net >= 0 AND net_cents >= 0`)
@Check(
  'invoice_line_category',
  `vat_category IN ('S', 'E', 'AE', 'O', 'G') AND (vat_category = 'S') = (rate_bp IS NOT NULL)`,
)
@Check('invoice_line_discount', `discount_cents >= 0 AND (discount_cents = 0 OR discount_reason IS NOT NULL)`)
export class InvoiceLineEntity {
  @PrimaryColumn({ name: 'invoice_id', type: 'uuid', primaryKeyConstraintName: 'invoice_line_pkey' })
  @ForeignKey(() => InvoiceEntity, { name: 'invoice_line_invoice' })
  invoiceId!: Uuid;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'invoice_line_pkey' })
  position!: number;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text', nullable: true })
  detail!: string | null;

  /** Three decimals, as text. */
  @Column({ type: 'numeric', precision: 12, scale: 3 })
  quantity!: string;

  /** EUR with six decimals, as text. */
  @Column({ name: 'unit_net', type: 'numeric', precision: 18, scale: 6 })
  unitNet!: string;

  @Column({ name: 'net_cents', type: 'integer' })
  netCents!: number;

  @Column({ name: 'vat_category', type: 'text' })
  vatCategory!: VatCategory;

  @Column({ name: 'rate_bp', type: 'integer', nullable: true })
  rateBp!: number | null;

  @Column({ name: 'discount_cents', type: 'integer', default: 0 })
  discountCents!: number;

  @Column({ name: 'discount_reason', type: 'text', nullable: true })
  discountReason!: string | null;

  @Column({ name: 'amount_cents', type: 'integer', nullable: true })
  amountCents!: number | null;

  @Column({ name: 'of_position', type: 'integer', nullable: true })
  ofPosition!: number | null;

  @Column({ name: 'supply_kind', type: 'text', nullable: true })
  supplyKind!: SupplyKind | null;
}
