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
}

/** Issued invoices with the state of their PDF. */
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
    const documents = await this.documents.ofInvoices(invoices.map((invoice) => invoice.id));
    return invoices.map((invoice) => {
      const document = documents.get(invoice.id);
      return { ...invoice, documentState: document?.state ?? 'queued', fileId: document?.fileId ?? null };
    });
  }
}
