import { Injectable } from '@nestjs/common';
import type { InvoiceDocumentState } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { IssuedInvoice } from '../domain/invoice';
import { InvoiceDocumentRepository } from '../persistence/invoice-document.repository';
import { InvoiceRepository, type InvoiceSearch } from '../persistence/invoice.repository';

export interface InvoiceWithDocument extends IssuedInvoice {
  documentState: InvoiceDocumentState;
  /** The stored PDF once it is ready. */
  fileId: Uuid | null;
  /** The stored XML once it is ready; the oldest invoices have none. */
  xmlFileId: Uuid | null;
}

/** Issued invoices with the state of their documents. */
@Injectable()
export class ReadInvoices {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly documents: InvoiceDocumentRepository,
  ) {}

  /** Newest first; of one member when asked so. */
  async list(search: InvoiceSearch): Promise<InvoiceWithDocument[]> {
    return this.withDocuments(await this.invoices.search(search));
  }

  /** @throws DomainError billing.invoice-not-found, for another member's invoice too */
  async one(invoiceId: Uuid, memberId?: Uuid): Promise<InvoiceWithDocument> {
    const invoice = await this.invoices.find(invoiceId, undefined, memberId);
    const [found] = invoice ? await this.withDocuments([invoice]) : [];
    if (!found) throw new DomainError('billing.invoice-not-found', {}, 'not-found');
    return found;
  }

  private async withDocuments(invoices: IssuedInvoice[]): Promise<InvoiceWithDocument[]> {
    const ids = invoices.map((invoice) => invoice.id);
    const printed = await this.documents.ofInvoices(ids, 'pdf');
    const written = await this.documents.ofInvoices(ids, 'xml');
    return invoices.map((invoice) => {
      const document = printed.get(invoice.id);
      const files = {
        fileId: document?.fileId ?? null,
        xmlFileId: written.get(invoice.id)?.fileId ?? null,
      };
      return { ...invoice, documentState: document?.state ?? 'queued', ...files };
    });
  }
}
