import { Injectable } from '@nestjs/common';
import { DomainError } from '@calmness/platform/errors';
import { StoredFiles } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import { ReadInvoices } from './read-invoices';

/** The stored PDF of an invoice. */
@Injectable()
export class ReadInvoicePdf {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly files: StoredFiles,
  ) {}

  /**
   * @throws DomainError billing.invoice-not-found, billing.invoice-document-pending, files.tampered when a
   * byte differs from what was stored
   */
  async execute(invoiceId: Uuid, memberId: Uuid): Promise<{ name: string; bytes: Buffer }> {
    const { fileId, number, documentState } = await this.invoices.one(invoiceId, memberId);
    if (!fileId)
      throw new DomainError(
        'billing.invoice-document-pending',
        { document_state: documentState },
        'conflict',
      );
    const { bytes } = await this.files.read(fileId);
    return { name: `${number}.pdf`, bytes };
  }
}
