import { Injectable } from '@nestjs/common';
import type { InvoiceDocumentKind } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { StoredFiles } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import { ReadInvoices } from './read-invoices';

/** A stored form of an invoice, byte for byte. */
@Injectable()
export class ReadInvoiceDocument {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly files: StoredFiles,
  ) {}

  /**
   * Of one member when asked so.
   * @throws DomainError billing.invoice-not-found, billing.invoice-document-pending, files.tampered when a
   * byte differs from what was stored
   */
  async execute(
    invoiceId: Uuid,
    kind: InvoiceDocumentKind,
    memberId?: Uuid,
  ): Promise<{ name: string; bytes: Buffer }> {
    const { fileId, xmlFileId, number, documentState } = await this.invoices.one(invoiceId, memberId);
    const wanted = kind === 'pdf' ? fileId : xmlFileId;
    if (!wanted)
      throw new DomainError(
        'billing.invoice-document-pending',
        { document_state: documentState },
        'conflict',
      );
    const { bytes } = await this.files.read(wanted);
    return { name: `${number}.${kind}`, bytes };
  }
}
