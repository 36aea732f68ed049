import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { StoredFiles, type FileDraft } from '@calmness/platform/files';
import { errorFields, Log } from '@calmness/platform/observability';
import { PdfRenderer, PdfRendererUnavailable } from '@calmness/platform/pdf';
import { Ledger } from '../../ledger/application/ledger';
import type { IssuedInvoice } from '../domain/invoice';
import { InvoiceDocumentRepository, type DocumentClaim } from '../persistence/invoice-document.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { invoicePage } from '../templates/invoice-page';

/** Longer than the renderer may take; a worker that dies leaves its document for another one after this. */
const leaseMs = 120_000;
const firstRetryMs = 10_000;
const longestRetryMs = 3_600_000;
/** Attempts after which the staff is told: by then two and a half minutes of tries have changed nothing. */
const troubledAfter = 5;

/**
 * Prints what waits, one document after the other, outside any transaction. The invoice is final whatever
 * happens here: a document that fails is tried again, later and later.
 */
@Injectable()
export class RenderInvoiceDocuments {
  constructor(
    private readonly documents: InvoiceDocumentRepository,
    private readonly invoices: InvoiceRepository,
    private readonly renderer: PdfRenderer,
    private readonly files: StoredFiles,
    private readonly ledger: Ledger,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    let claim = await this.claim();
    while (claim) {
      const rendered = await this.attempt(claim);
      // Without a browser every document would only be claimed and put back.
      claim = rendered === 'unavailable' ? null : await this.claim();
    }
  }

  private claim(): Promise<DocumentClaim | null> {
    const now = this.clock.now();
    return this.documents.claim(now, new Date(now.getTime() + leaseMs));
  }

  private async attempt(claim: DocumentClaim): Promise<'ready' | 'failed' | 'unavailable'> {
    try {
      const invoice = await this.invoices.find(claim.invoiceId);
      if (!invoice) throw new Error('An invoice cannot be gone');
      const pdf = await this.renderer.render(invoicePage(invoice));
      const draft = await this.files.draft('billing', `${invoice.number}.pdf`, 'application/pdf', pdf);
      await this.keep(claim, invoice, draft);
      return 'ready';
    } catch (error) {
      return this.putBack(claim, error);
    }
  }

  private async keep(claim: DocumentClaim, invoice: IssuedInvoice, draft: FileDraft): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const proof = { fileId: draft.id, sha256: draft.sha256, readyAt: this.clock.now() };
      if (!(await this.documents.markReady(tx, claim, proof))) return;
      await this.files.keep(tx, draft);
      const { id: invoiceId, memberId, number } = invoice;
      const detail = { number, kind: 'pdf', sha256: draft.sha256 };
      await this.ledger.append(tx, { kind: 'document-stored', invoiceId, amountCents: 0, detail });
      const paymentId = (await this.invoices.paymentOf(tx, invoiceId)) ?? undefined;
      tx.record('billing.invoice-document-ready', { invoiceId, type: invoice.type, memberId, paymentId });
    });
  }

  private async putBack(claim: DocumentClaim, error: unknown): Promise<'failed' | 'unavailable'> {
    const unavailable = error instanceof PdfRendererUnavailable;
    const reason = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown';
    const wait = unavailable ? 0 : Math.min(firstRetryMs * 2 ** (claim.attempts - 1), longestRetryMs);
    const next = new Date(this.clock.now().getTime() + wait);
    await this.unitOfWork.run(async (tx) => {
      const state = unavailable ? 'queued' : 'failed';
      const released = await this.documents.release(tx, claim, state, next, reason);
      if (released && !unavailable && claim.attempts === troubledAfter)
        tx.record('billing.invoice-document-failed', { invoiceId: claim.invoiceId });
    });
    if (unavailable) return 'unavailable';
    const fields = { invoice_id: claim.invoiceId, attempts: claim.attempts };
    this.log.warn('invoice document not rendered', { ...fields, ...errorFields(error) });
    return 'failed';
  }
}
