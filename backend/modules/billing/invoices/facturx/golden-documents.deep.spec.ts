import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PdfRenderer } from '@calmness/platform/pdf';
import { startTestContext, testExtras, type TestContext } from '@calmness/platform/testing';
import { goldenCases, type GoldenCase } from '../../testing/golden-invoices';
import { plainLook } from '../templates/look';
import { invoicePage } from '../templates/invoice-page';
import { embedFacturx } from './embed-facturx';
import { facturXml } from './facturx-xml';

const run = promisify(execFile);
const { chromium, invoiceChecker } = testExtras;
const program = invoiceChecker ? join(invoiceChecker, 'check.py') : '';
const missing = [
  chromium ? '' : 'CHROMIUM_PATH',
  invoiceChecker && existsSync(program) ? '' : 'CALMNESS_INVOICE_CHECKER (a folder with check.py)',
].filter((name) => name !== '');
/** What the checker asks of Debian. */
const packages = 'libsaxonhe-java default-jre-headless libxml2-utils qpdf poppler-utils';
if (missing.length > 0)
  console.warn(
    `SKIPPED: the golden invoices were not checked; set ${missing.join(' and ')}. Debian: ${packages}`,
  );

interface Verdict {
  file: string;
  failures: number;
  info: { pdfa?: string; tagged?: boolean; lang?: string };
  fail: { source: string; rule: string; message: string }[];
  counts: Record<string, number>;
}

describe.runIf(missing.length === 0)('the golden invoices as documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calmness-golden-'));
  let context: TestContext;
  let cases: GoldenCase[];
  const verdicts = new Map<string, Verdict>();

  const print = async ({ invoice }: GoldenCase): Promise<Uint8Array> => {
    const verifyUrl = `https://calmness.example/invoices/verify/${invoice.verifyCode}`;
    const page = invoicePage(invoice, { look: plainLook, verifyUrl });
    return embedFacturx(await context.get(PdfRenderer).render(page), invoice);
  };
  const pathOf = (id: string, kind: 'pdf' | 'xml'): string => join(folder, `${id}.${kind}`);

  beforeAll(async () => {
    context = await startTestContext();
    cases = await goldenCases();
    for (const golden of cases) {
      writeFileSync(pathOf(golden.id, 'pdf'), await print(golden));
      writeFileSync(pathOf(golden.id, 'xml'), facturXml(golden.invoice));
    }
    for (const kind of ['pdf', 'xml'] as const)
      for (const verdict of await check(kind)) verdicts.set(verdict.file, verdict);
  }, 300_000);
  afterAll(() => context.close());

  /** Exit 1 says that a file failed: which one is in the answer. */
  const check = async (kind: 'pdf' | 'xml'): Promise<Verdict[]> => {
    const required = kind === 'pdf' ? 'facturx' : 'xml';
    const files = cases.map(({ id }) => pathOf(id, kind));
    const answer = await run('python3', [program, '--json', '--require', required, ...files], {
      maxBuffer: 1e8,
    }).catch((error: { code?: number; stdout?: string }) => {
      if (error.code === 1 && error.stdout) return { stdout: error.stdout };
      throw error;
    });
    return JSON.parse(answer.stdout) as Verdict[];
  };

  it('have no fault: schema, EN 16931, Factur-X, French rules, PDF/A-3, words of the page', () => {
    const faults = [...verdicts.values()].flatMap(({ file, fail }) =>
      fail.map(({ source, rule, message }) => `${file}: ${source} ${rule}: ${message}`),
    );
    expect(faults).toEqual([]);
    expect(verdicts.size).toBe(2 * cases.length);
  });

  it('between French companies were read by the French rules', () => {
    for (const { id, invoice } of cases.filter(({ invoice: { buyer } }) => buyer.siren))
      for (const kind of ['pdf', 'xml'] as const)
        expect([id, invoice.type, verdicts.get(pathOf(id, kind))?.counts['br-fr']]).toEqual([
          id,
          invoice.type,
          0,
        ]);
  });

  it('are tagged PDF/A-3B in French', () => {
    for (const { id } of cases)
      expect(verdicts.get(pathOf(id, 'pdf'))?.info).toMatchObject({ pdfa: '3B', tagged: true, lang: 'fr' });
  });

  it('print twice to the same bytes', async () => {
    const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    for (const golden of cases.slice(0, 3)) expect(sha(await print(golden))).toBe(sha(await print(golden)));
  }, 120_000);

  it('show what their case asks for and nothing it forbids, with the number on every page', async () => {
    for (const golden of cases) {
      const { text, totalPages } = await extractText(
        await getDocumentProxy(new Uint8Array(await print(golden))),
        {
          mergePages: true,
        },
      );
      const said = text.replaceAll(/\s+/g, ' ');
      for (const words of golden.shows) expect(said).toContain(words.replaceAll(/\s+/g, ' '));
      for (const words of golden.hides)
        expect([golden.id, said]).not.toEqual([golden.id, expect.stringMatching(words)]);
      expect(said.split(`${golden.invoice.number} — page `).length - 1).toBe(totalPages);
    }
  }, 120_000);
});
