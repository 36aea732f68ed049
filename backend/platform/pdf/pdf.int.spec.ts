import { symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Adapters } from '@calmness/platform/observability';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { ChromiumPdfRenderer } from './chromium-pdf-renderer';
import { PdfRenderer } from './pdf-renderer';

const footerHtml =
  '<div style="font-size:8px">page <span class="pageNumber"></span>/<span class="totalPages"></span></div>';

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text;
}

describe.runIf(process.env['CHROMIUM_PATH'])('the PDF renderer', () => {
  let context: TestContext;
  let outside: Server;
  const asked: string[] = [];

  beforeAll(async () => {
    context = await startTestContext();
    outside = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('reached');
    });
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    outside.close();
    await context.close();
  });

  it('prints what the HTML says, accents and all', async () => {
    const pdf = await context
      .get(PdfRenderer)
      .render({ html: '<html lang="fr"><p>Élève : 49,00 €</p></html>', footerHtml });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const text = await textOf(pdf);
    expect(text).toContain('Élève : 49,00 €');
    expect(text).toContain('page 1/1');
  });

  it('runs no script and asks nobody for anything', async () => {
    const { port } = outside.address() as AddressInfo;
    const there = `http://127.0.0.1:${port}`;
    const html = `<html><img src="${there}/pixel"><link rel="stylesheet" href="${there}/style">
      <iframe src="${there}/frame"></iframe><p id="p">before</p>
      <script>document.getElementById('p').textContent = 'after'; fetch('${there}/fetch')</script></html>`;
    const text = await textOf(await context.get(PdfRenderer).render({ html, footerHtml }));
    expect(text).toContain('before');
    expect(text).not.toContain('after');
    expect(asked).toEqual([]);
  });

  it('prints the next document after one that failed, and many at once', async () => {
    const renderer = context.get(PdfRenderer);
    const wanted = Array.from({ length: 6 }, (_, index) => `Document ${index}`);
    const texts = await Promise.all(
      wanted.map(async (title) => textOf(await renderer.render({ html: `<h1>${title}</h1>`, footerHtml }))),
    );
    texts.forEach((text, index) => expect(text).toContain(wanted[index]));
  });

  it('tries again after a browser that could not start', async () => {
    const { config } = context;
    const chromiumPath = join(config.dataDir, 'chromium-of-tomorrow');
    const renderer = new ChromiumPdfRenderer({ ...config, chromiumPath }, new Adapters());
    const source = { html: '<html lang="fr"><p>Enfin</p></html>', footerHtml };
    await expect(renderer.render(source)).rejects.toThrow();
    symlinkSync(config.chromiumPath ?? '', chromiumPath);
    expect(await textOf(await renderer.render(source))).toContain('Enfin');
    await renderer.onApplicationShutdown();
  });
});
