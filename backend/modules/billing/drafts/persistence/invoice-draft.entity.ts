import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { InvoiceDraftType } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { InvoiceEntity } from '../../invoices/persistence/invoice.entity';
import type { DraftContent, DraftState } from '../domain/draft';

/** What the staff prepares; no number before it is issued. */
@Entity({ name: 'invoice_draft', schema: 'billing' })
@Index('invoice_draft_open', ['id'], { where: `state = 'draft'` })
@Check('invoice_draft_state_known', `state IN ('draft', 'issued', 'discarded')`)
@Check('invoice_draft_type_known', `type IN ('380', '381', '384', '386')`)
@Check('invoice_draft_issued', `(state = 'issued') = (invoice_id IS NOT NULL)`)
export class InvoiceDraftEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'invoice_draft_pkey' })
  id!: Uuid;

  @Column({ type: 'text' })
  state!: DraftState;

  @Column({ type: 'text' })
  type!: InvoiceDraftType;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: Uuid;

  @Column({ type: 'jsonb' })
  content!: DraftContent;

  @Column({ name: 'invoice_id', type: 'uuid', nullable: true })
  @ForeignKey(() => InvoiceEntity, { name: 'invoice_draft_invoice' })
  invoiceId!: Uuid | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: Uuid;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
