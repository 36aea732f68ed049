import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { invoiceSeries } from '../domain/number';
import { ChainRepository } from '../persistence/chain.repository';
import { InvoiceDocumentRepository } from '../persistence/invoice-document.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';

/** A PDF that does not come, as the staff is told of it: news until it is there. Facts: number. */
@Injectable()
export class InvoiceDocumentSubject extends SubjectSource {
  readonly kind = 'billing.invoice-document';

  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly documents: InvoiceDocumentRepository,
  ) {
    super();
  }

  async describe(invoiceId: Uuid): Promise<SubjectDescription | null> {
    const invoice = await this.invoices.find(invoiceId);
    if (!invoice) return null;
    const document = (await this.documents.ofInvoices([invoiceId])).get(invoiceId);
    return {
      title: invoice.number,
      url: '/admin/invoices',
      facts: { number: invoice.number },
      stillTrue: document?.state !== 'ready',
    };
  }
}

/** The chain of invoices, as the staff is told of it: news while it is broken. Facts: number. */
@Injectable()
export class InvoiceChainSubject extends SubjectSource {
  readonly kind = 'billing.invoice-chain';

  constructor(private readonly chain: ChainRepository) {
    super();
  }

  async describe(): Promise<SubjectDescription> {
    const number = await this.chain.brokenNumber(invoiceSeries);
    return {
      title: number ?? '',
      url: '/admin/invoices',
      facts: { number: number ?? '' },
      stillTrue: number !== null,
    };
  }
}
