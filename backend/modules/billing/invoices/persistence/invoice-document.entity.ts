import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { InvoiceDocumentKind, InvoiceDocumentState } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { InvoiceTemplateEntity } from './invoice-template.entity';
import { InvoiceEntity } from './invoice.entity';

/** The printed form of an invoice: wanted, claimed by a worker, then final (trigger). */
@Entity({ name: 'invoice_document', schema: 'billing' })
@Unique('invoice_document_once', ['invoiceId', 'kind'])
@Index('invoice_document_waiting', ['nextAttemptAt'], { where: `state <> 'ready'` })
@Check('invoice_document_kind_known', `kind IN ('pdf', 'xml')`)
@Check('invoice_document_state_known', `state IN ('queued', 'rendering', 'ready', 'failed')`)
@Check('invoice_document_claim', `(state = 'rendering') = (claimed_until IS NOT NULL)`)
@Check('invoice_document_dressed', `template_version IS NULL OR kind = 'pdf'`)
@Check(
  'invoice_document_proof',
  `(state = 'ready') = (file_id IS NOT NULL AND sha256 IS NOT NULL AND ready_at IS NOT NULL)`,
)
export class InvoiceDocumentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'invoice_document_pkey' })
  id!: Uuid;

  @Column({ name: 'invoice_id', type: 'uuid' })
  @ForeignKey(() => InvoiceEntity, { name: 'invoice_document_invoice' })
  invoiceId!: Uuid;

  @Column({ type: 'text' })
  kind!: InvoiceDocumentKind;

  @Column({ type: 'text' })
  state!: InvoiceDocumentState;

  /** Rises with every claim: a worker that lost its lease can no longer write. */
  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true })
  claimedUntil!: Date | null;

  @Column({ name: 'next_attempt_at', type: 'timestamptz' })
  nextAttemptAt!: Date;

  @Column({ name: 'file_id', type: 'uuid', nullable: true })
  fileId!: Uuid | null;

  @Column({ type: 'text', nullable: true })
  sha256!: string | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;

  @Column({ name: 'ready_at', type: 'timestamptz', nullable: true })
  readyAt!: Date | null;

  /** The dress it was printed in; null for the plain one, and for an XML. */
  @Column({ name: 'template_version', type: 'integer', nullable: true })
  @ForeignKey(() => InvoiceTemplateEntity, { name: 'invoice_document_template' })
  templateVersion!: number | null;
}
