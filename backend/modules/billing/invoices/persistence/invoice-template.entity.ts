import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { InvoiceAccent } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** How invoices look from a moment on, one row a version; append-only by trigger. */
@Entity({ name: 'invoice_template', schema: 'billing' })
@Check('invoice_template_accent_known', `accent IN ('gold', 'silver', 'emerald', 'sapphire', 'ruby')`)
export class InvoiceTemplateEntity {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'invoice_template_pkey' })
  version!: number;

  @Column({ type: 'text' })
  accent!: InvoiceAccent;

  /** A PNG among the private files. */
  @Column({ name: 'logo_file_id', type: 'uuid', nullable: true })
  logoFileId!: Uuid | null;

  @Column({ name: 'footer_text', type: 'text', nullable: true })
  footerText!: string | null;

  @Column({ name: 'thank_you', type: 'text', nullable: true })
  thankYou!: string | null;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: Uuid;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
