import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import type { InvoiceDocumentKind } from '@calmness/contracts';
import { StoredFiles } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import { PdfRenderer, PdfRendererUnavailable, type PdfSource } from '@calmness/platform/pdf';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { demoIssuer } from '../../application/demo/demo-issuer';
import { BillingJobsModule } from '../../billing-jobs.module';
import { BillingModule } from '../../billing.module';
import { formatMoney, formatRate, formatShortDay } from '../../domain/formats';
import { openShop, paid, payingMember } from '../../testing/shop';
import { InvoiceSubject } from './invoice-subject';
import { PrintInvoice } from './print-invoice';
import { ReadInvoiceDocument } from './read-invoice-document';
import { ReadInvoices } from './read-invoices';
import { RenderInvoiceDocuments } from './render-invoice-documents';
import { VerifyInvoiceChain } from './verify-invoice-chain';

/** Prints what it is told to, or fails as it is told to. */
class Press extends PdfRenderer {
  readonly printed: string[] = [];
  fault?: Error;
  /** Runs while the page is on the press. */
  meanwhile?: () => Promise<void>;

  async render(source: PdfSource): Promise<Uint8Array> {
    const meanwhile = this.meanwhile;
    this.meanwhile = undefined;
    await meanwhile?.();
    if (this.fault) throw this.fault;
    this.printed.push(source.html);
    const document = await PDFDocument.create();
    document.addPage([printWidth + this.printed.length, 100]);
    return document.save();
  }
}
/** A print is told from another by its width. */
const printWidth = 100;

describe('the printed form of an invoice', () => {
  let context: TestContext;
  let press: Press;
  let member: Uuid;
  let invoiceId: Uuid;

  const start = async (options: { real?: boolean; worker?: boolean } = {}): Promise<void> => {
    press = new Press();
    const { worker = true } = options;
    context = await startTestContext({
      imports: [AccountsModule, BillingModule, ...(worker ? [BillingJobsModule] : [])],
      providers: worker ? [] : [PrintInvoice, RenderInvoiceDocuments],
      worker,
      replace: options.real ? [] : [{ token: PdfRenderer, value: press }],
    });
    await openShop(context, demoIssuer);
    member = await payingMember(context);
  };
  const buy = async (): Promise<void> => {
    ({ invoiceId } = await paid(context, member));
  };
  const render = () => context.get(RenderInvoiceDocuments).execute();
  const state = async () => (await context.get(ReadInvoices).one(invoiceId)).documentState;
  const read = (kind: InvoiceDocumentKind, reader = member) =>
    context.get(ReadInvoiceDocument).execute(invoiceId, kind, reader);
  const document = async (kind: InvoiceDocumentKind = 'pdf') => {
    const [row] = await context.dataSource.query<
      {
        state: string;
        attempts: number;
        sha256: string | null;
        file_id: Uuid | null;
        last_error: string | null;
      }[]
    >(
      `SELECT state, attempts, sha256, file_id, last_error FROM billing.invoice_document
        WHERE invoice_id = $1 AND kind = $2`,
      [invoiceId, kind],
    );
    return row;
  };
  const eventsOf = () =>
    context.dataSource.query<object[]>(
      `SELECT 1 FROM platform.outbox_event
        WHERE name = 'billing.invoice-document-ready' AND payload->>'invoiceId' = $1`,
      [invoiceId],
    );
  afterEach(() => context.close());

  describe('with a press that obeys', () => {
    beforeEach(() => start());

    it('is printed soon after the invoice was issued, without waiting for the clock', async () => {
      await buy();
      await context.settle();
      await expect.poll(state, { timeout: 20_000 }).toBe('ready');
      expect(await eventsOf()).toHaveLength(1);
    });

    it('is kept in both forms with their hash, told to the ledger and announced, once', async () => {
      await buy();
      await Promise.all([render(), render(), render()]);
      await expect.poll(state, { timeout: 20_000 }).toBe('ready');
      await expect.poll(async () => (await document('xml'))?.state).toBe('ready');
      const ledger = await context.dataSource.query<object[]>(
        `SELECT kind, detail FROM billing.ledger_event WHERE kind = 'document-stored' AND invoice_id = $1
          ORDER BY detail->>'kind'`,
        [invoiceId],
      );
      const { number } = await context.get(ReadInvoices).one(invoiceId);
      const stored = async (kind: InvoiceDocumentKind) => ({
        kind: 'document-stored',
        detail: { kind, number, sha256: (await document(kind))?.sha256 },
      });
      expect(ledger).toEqual([await stored('pdf'), await stored('xml')]);
      expect(await eventsOf()).toHaveLength(1);
      expect(await context.get(VerifyInvoiceChain).execute()).toMatchObject({ valid: true });
      await expect(
        context.dataSource.query(`UPDATE billing.invoice_document SET sha256 = repeat('a', 64)`),
      ).rejects.toThrow('append-only');
    });

    it('waits for a browser that is missing, and the invoice stands', async () => {
      press.fault = new PdfRendererUnavailable('Chromium is missing');
      await buy();
      await render();
      await expect.poll(state, { timeout: 20_000 }).toBe('queued');
      await expect.poll(async () => (await document('xml'))?.state).toBe('ready');
      expect((await read('xml')).bytes.toString()).toContain('<rsm:CrossIndustryInvoice');
      await expect(read('pdf')).rejects.toMatchObject({
        code: 'billing.invoice-document-pending',
        kind: 'conflict',
      });
      expect(await context.get(InvoiceSubject).describe(invoiceId, member, 'fr')).toMatchObject({
        fileId: undefined,
      });
      press.fault = undefined;
      await render();
      await expect.poll(state, { timeout: 20_000 }).toBe('ready');
    });

    it('is tried again, later and later, after a failure', async () => {
      press.fault = new Error('Target closed');
      await buy();
      await render();
      await expect.poll(state, { timeout: 20_000 }).toBe('failed');
      const first = await document();
      expect(first?.last_error).toBe('Error: Target closed');
      await render();
      expect((await document())?.attempts).toBe(first?.attempts);
      for (let attempt = first?.attempts ?? 0; attempt < 6; attempt += 1) {
        context.clock.advance({ hours: 1 });
        await render();
        await expect.poll(async () => (await document())?.attempts).toBeGreaterThan(attempt);
        await expect.poll(state).toBe('failed');
      }
      const told = await context.dataSource.query<unknown[]>(
        `SELECT payload FROM platform.outbox_event WHERE name = 'billing.invoice-document-failed'`,
      );
      expect(told).toEqual([{ payload: { invoiceId } }]);
      press.fault = undefined;
      context.clock.advance({ hours: 1 });
      await render();
      await expect.poll(state, { timeout: 20_000 }).toBe('ready');
    });

    it.each(['pdf', 'xml'] as const)(
      'is read as %s by its member alone, the same bytes every time, and not when a byte was changed',
      async (kind) => {
        await buy();
        await render();
        await expect.poll(async () => (await document(kind))?.state, { timeout: 20_000 }).toBe('ready');
        expect(await read(kind)).toEqual(await read(kind));
        await expect(read(kind, await payingMember(context))).rejects.toMatchObject({
          code: 'billing.invoice-not-found',
          kind: 'not-found',
        });
        const file = await context.get(StoredFiles).find((await document(kind))?.file_id ?? invoiceId);
        const { bytes } = await read(kind);
        bytes.writeUInt8((bytes.at(-2) ?? 0) ^ 1, bytes.length - 2);
        writeFileSync(join(context.config.dataDir, 'files', file?.storage_key ?? ''), bytes);
        await expect(read(kind)).rejects.toMatchObject({ code: 'files.tampered' });
      },
    );
  });

  describe('with two workers and no clock of their own', () => {
    beforeEach(() => start({ worker: false }));
    /** Which of the prints was kept. */
    const kept = async () => {
      const printed = await PDFDocument.load((await read('pdf')).bytes);
      return printed.getPage(0).getWidth() - printWidth;
    };
    /** The XML is out of the way: what is told here is told of the PDF. */
    const buyPdf = async () => {
      await buy();
      press.fault = new PdfRendererUnavailable('Chromium is missing');
      await render();
      press.fault = undefined;
      expect((await document('xml'))?.state).toBe('ready');
      await context.dataSource.query(
        `UPDATE billing.invoice_document SET attempts = 0 WHERE state <> 'ready'`,
      );
    };

    it('is taken over from the one that hangs, which may not write any more', async () => {
      await buyPdf();
      press.meanwhile = async () => {
        expect(await state()).toBe('rendering');
        await render();
        expect(await state()).toBe('rendering');
        context.clock.advance({ minutes: 3 });
        await render();
      };
      await render();
      expect(press.printed).toHaveLength(2);
      expect([await state(), await kept()]).toEqual(['ready', 1]);
      expect(await eventsOf()).toHaveLength(1);
    });

    it('belongs to the last one that claimed it, even when the first one is quicker in the end', async () => {
      await buyPdf();
      const firstIsBack = Promise.withResolvers<void>();
      let second: Promise<void> | undefined;
      press.meanwhile = async () => {
        context.clock.advance({ minutes: 3 });
        press.meanwhile = () => firstIsBack.promise;
        second = render();
        await expect.poll(async () => (await document())?.attempts).toBe(2);
      };
      await render();
      expect([press.printed.length, await state()]).toEqual([1, 'rendering']);
      firstIsBack.resolve();
      await second;
      expect([await state(), await kept()]).toEqual(['ready', 2]);
    });

    it('is taken over as XML too, from a worker that died in the middle', async () => {
      await buy();
      const died = `UPDATE billing.invoice_document SET state = 'rendering', attempts = 1, claimed_until = $1`;
      await context.dataSource.query(died, [new Date(context.clock.now().getTime() + 60_000)]);
      await render();
      expect([(await document('xml'))?.state, await state()]).toEqual(['rendering', 'rendering']);
      context.clock.advance({ minutes: 3 });
      await render();
      expect([(await document('xml'))?.state, await state()]).toEqual(['ready', 'ready']);
      expect((await document('xml'))?.attempts).toBe(2);
    });
  });

  const browser = process.env['CHROMIUM_PATH'];
  describe.runIf(browser)(
    `by the real browser${browser ? '' : ' (SKIPPED: CHROMIUM_PATH is not set)'}`,
    () => {
      it('says what the invoice says, to the letter', async () => {
        await start({ real: true });
        await buy();
        await render();
        await expect.poll(state, { timeout: 30_000 }).toBe('ready');
        const { bytes, name } = await read('pdf');
        const invoice = await context.get(ReadInvoices).one(invoiceId);
        const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
          mergePages: true,
        });
        const said = text.replaceAll(/\s+/g, ' ');
        const plain = (words: string): string => words.replaceAll(/\s+/g, ' ');
        expect([name, totalPages]).toEqual([`${invoice.number}.pdf`, 1]);
        const shown = [
          'FACTURE',
          `N° ${invoice.number}`,
          `Facture ${invoice.number} — page 1/1`,
          formatShortDay(invoice.issueDate),
          `${formatShortDay(invoice.supplyFrom)} – ${formatShortDay(invoice.supplyTo)}`,
          invoice.issuer.legalName,
          'SAS au capital de 10 000,00 €',
          'RCS Paris 732 829 320',
          'SIRET 732 829 320 00074',
          'FR44732829320',
          ...invoice.issuer.addressLines,
          '75002 Paris',
          invoice.buyer.name,
          ...invoice.lines.flatMap((line) => [
            line.label,
            line.detail ?? '',
            formatMoney(line.netCents, 'fr'),
          ]),
          ...invoice.vat.flatMap((rate) => [formatRate(rate.rateBp ?? 0), formatMoney(rate.vatCents, 'fr')]),
          formatMoney(invoice.netCents, 'fr'),
          formatMoney(invoice.totalCents, 'fr'),
          `Déjà payé ${formatMoney(invoice.paidCents, 'fr')}`,
          `Net à payer ${formatMoney(0, 'fr')}`,
          invoice.payments[0]?.transactionNumber ?? 'no payment',
          ...invoice.mentions.map((mention) => mention.text),
          'Document de démonstration',
        ];
        for (const words of shown) expect(said).toContain(plain(words));
        expect(said).not.toMatch(/293 B|indemnité|pénalités|40,00/i);
        const { fileId } = (await context.get(InvoiceSubject).describe(invoiceId, member, 'fr')) ?? {};
        expect(fileId).toBe((await document())?.file_id);
      });
    },
  );
});
