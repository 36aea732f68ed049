import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { LinkRole } from '../domain/invoice';
import { InvoiceEntity } from './invoice.entity';

/** What an invoice says of one issued before. Written before its header, which seals it. */
@Entity({ name: 'invoice_link', schema: 'billing' })
@Index('invoice_link_of_preceding', ['precedingId', 'role'])
@Index('invoice_link_once', ['precedingId', 'role'], {
  unique: true,
  where: `role IN ('corrects', 'deducts')`,
})
@Check('invoice_link_role_known', `role IN ('credits', 'corrects', 'deducts')`)
@Check('invoice_link_amount', `amount_cents >= 0`)
export class InvoiceLinkEntity {
  @PrimaryColumn({ name: 'invoice_id', type: 'uuid', primaryKeyConstraintName: 'invoice_link_pkey' })
  @ForeignKey(() => InvoiceEntity, { name: 'invoice_link_invoice' })
  invoiceId!: Uuid;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'invoice_link_pkey' })
  position!: number;

  @Column({ type: 'text' })
  role!: LinkRole;

  @Column({ name: 'preceding_id', type: 'uuid' })
  @ForeignKey(() => InvoiceEntity, { name: 'invoice_link_preceding' })
  precedingId!: Uuid;

  @Column({ type: 'text' })
  number!: string;

  @Column({ name: 'issue_date', type: 'date' })
  issueDate!: IsoDate;

  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents!: number;
}
