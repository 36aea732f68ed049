import { Injectable } from '@nestjs/common';
import type { InvoiceDocumentState, InvoiceState } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { InvoiceLink, IssuedInvoice } from '../domain/invoice';
import { stateOf, untouched, type InvoiceBalance } from '../domain/invoice-state';
import { BalanceRepository, type InvoiceFigures } from '../persistence/balance.repository';
import { InvoiceDocumentRepository } from '../persistence/invoice-document.repository';
import { InvoiceRepository, type InvoiceSearch } from '../persistence/invoice.repository';

export interface InvoiceWithDocument extends IssuedInvoice {
  documentState: InvoiceDocumentState;
  /** The stored PDF once it is ready. */
  fileId: Uuid | null;
  /** The stored XML once it is ready; the oldest invoices have none. */
  xmlFileId: Uuid | null;
  balance: InvoiceBalance;
  /** As a reader sees it today. */
  state: InvoiceState;
}

/** Issued invoices with the state of their documents. */
@Injectable()
export class ReadInvoices {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly documents: InvoiceDocumentRepository,
    private readonly balances: BalanceRepository,
    private readonly clock: Clock,
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

  /** What later invoices say of this one. */
  amendments(invoiceId: Uuid): Promise<InvoiceLink[]> {
    return this.balances.amendmentsOf(invoiceId);
  }

  /** Of everything a member was invoiced. */
  figures(memberId: Uuid): Promise<InvoiceFigures> {
    return this.balances.figures(memberId);
  }

  private async withDocuments(invoices: IssuedInvoice[]): Promise<InvoiceWithDocument[]> {
    const ids = invoices.map((invoice) => invoice.id);
    const printed = await this.documents.ofInvoices(ids, 'pdf');
    const written = await this.documents.ofInvoices(ids, 'xml');
    const balances = await this.balances.of(ids);
    const today = this.clock.today();
    return invoices.map((invoice) => {
      const document = printed.get(invoice.id);
      const balance = balances.get(invoice.id) ?? untouched;
      return {
        ...invoice,
        ...{ documentState: document?.state ?? 'queued', fileId: document?.fileId ?? null },
        ...{ xmlFileId: written.get(invoice.id)?.fileId ?? null },
        ...{ balance, state: stateOf(invoice, balance, today) },
      };
    });
  }
}
