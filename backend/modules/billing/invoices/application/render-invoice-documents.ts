import { Injectable } from '@nestjs/common';
import { invoiceDocumentKinds, type InvoiceDocumentKind } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { StoredFiles, type FileDraft } from '@calmness/platform/files';
import { errorFields, Log } from '@calmness/platform/observability';
import { PdfRendererUnavailable } from '@calmness/platform/pdf';
import { Ledger } from '../../ledger/application/ledger';
import type { IssuedInvoice } from '../domain/invoice';
import { facturXml } from '../facturx/facturx-xml';
import { InvoiceDocumentRepository, type DocumentClaim } from '../persistence/invoice-document.repository';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { PrintInvoice } from './print-invoice';

/** Longer than the renderer may take; a worker that dies leaves its document for another one after this. */
const leaseMs = 120_000;
const firstRetryMs = 10_000;
const longestRetryMs = 3_600_000;
/** Attempts after which the staff is told: by then two and a half minutes of tries have changed nothing. */
const troubledAfter = 5;
const withoutBrowser: readonly InvoiceDocumentKind[] = ['xml'];
const mediaTypes: Record<InvoiceDocumentKind, string> = { pdf: 'application/pdf', xml: 'application/xml' };

/**
 * Prints what waits, one document after the other, outside any transaction. The invoice is final whatever
 * happens here: a document that fails is tried again, later and later.
 */
@Injectable()
export class RenderInvoiceDocuments {
  constructor(
    private readonly documents: InvoiceDocumentRepository,
    private readonly invoices: InvoiceRepository,
    private readonly print: PrintInvoice,
    private readonly files: StoredFiles,
    private readonly ledger: Ledger,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    let kinds: readonly InvoiceDocumentKind[] = invoiceDocumentKinds;
    let claim = await this.claim(kinds);
    while (claim) {
      // Without a browser every PDF would only be claimed and put back; an XML needs none.
      if ((await this.attempt(claim)) === 'unavailable') kinds = withoutBrowser;
      claim = await this.claim(kinds);
    }
  }

  private claim(kinds: readonly InvoiceDocumentKind[]): Promise<DocumentClaim | null> {
    const now = this.clock.now();
    return this.documents.claim(now, new Date(now.getTime() + leaseMs), kinds);
  }

  private async attempt(claim: DocumentClaim): Promise<'ready' | 'failed' | 'unavailable'> {
    try {
      const invoice = await this.invoices.find(claim.invoiceId);
      if (!invoice) throw new Error('An invoice cannot be gone');
      const { kind } = claim;
      const { bytes, templateVersion } = await this.write(invoice, kind);
      const name = `${invoice.number}.${kind}`;
      const draft = await this.files.draft('billing', name, mediaTypes[kind], bytes);
      await this.keep(claim, invoice, { ...draft, templateVersion });
      return 'ready';
    } catch (error) {
      return this.putBack(claim, error);
    }
  }

  private write(
    invoice: IssuedInvoice,
    kind: InvoiceDocumentKind,
  ): Promise<{ bytes: Uint8Array; templateVersion: number | null }> {
    if (kind === 'pdf') return this.print.execute(invoice);
    return Promise.resolve({ bytes: Buffer.from(facturXml(invoice)), templateVersion: null });
  }

  private async keep(
    claim: DocumentClaim,
    invoice: IssuedInvoice,
    { templateVersion, ...draft }: FileDraft & { templateVersion: number | null },
  ): Promise<void> {
    const { kind } = claim;
    await this.unitOfWork.run(async (tx) => {
      const { id: fileId, sha256 } = draft;
      const proof = { fileId, sha256, templateVersion, readyAt: this.clock.now() };
      if (!(await this.documents.markReady(tx, claim, proof))) return;
      await this.files.keep(tx, draft);
      const { id: invoiceId, memberId, number } = invoice;
      const detail = { number, kind, sha256 };
      await this.ledger.append(tx, { kind: 'document-stored', invoiceId, amountCents: 0, detail });
      if (kind !== 'pdf') return;
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
    const fields = { invoice_id: claim.invoiceId, kind: claim.kind, attempts: claim.attempts };
    this.log.warn('invoice document not rendered', { ...fields, ...errorFields(error) });
    return 'failed';
  }
}
