import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import type { VatCategory } from '../domain/totals';
import { InvoiceEntity } from './invoice.entity';

/** Base and tax of one rate of an invoice. */
@Entity({ name: 'invoice_vat', schema: 'billing' })
@Check('invoice_vat_amounts', `base_cents >= 0 AND vat_cents >= 0`)
@Check(
  'invoice_vat_category',
  `category IN ('S', 'E', 'AE', 'O', 'G') AND (category = 'S') = (rate_bp IS NOT NULL) AND (category = 'S' OR vat_cents = 0)`,
)
export class InvoiceVatEntity {
  @PrimaryColumn({ name: 'invoice_id', type: 'uuid', primaryKeyConstraintName: 'invoice_vat_pkey' })
  @ForeignKey(() => InvoiceEntity, { name: 'invoice_vat_invoice' })
  invoiceId!: Uuid;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'invoice_vat_pkey' })
  position!: number;

  @Column({ type: 'text' })
  category!: VatCategory;

  @Column({ name: 'rate_bp', type: 'integer', nullable: true })
  rateBp!: number | null;

  @Column({ name: 'base_cents', type: 'integer' })
  baseCents!: number;

  @Column({ name: 'vat_cents', type: 'integer' })
  vatCents!: number;

  @Column({ name: 'exemption_code', type: 'text', nullable: true })
  exemptionCode!: string | null;

  @Column({ name: 'exemption_text', type: 'text', nullable: true })
  exemptionText!: string | null;
}
