import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Browser, Page } from 'puppeteer';
import { Config } from '@calmness/platform/config';
import { Adapters } from '@calmness/platform/observability';
import { PdfRenderer, PdfRendererUnavailable, type PdfSource } from './pdf-renderer';

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
];
/** A browser grows with every page; it is replaced after this many documents. */
const documentsPerBrowser = 500;
const renderWithinMs = 30_000;

/**
 * One shared browser, one document at a time, JavaScript off and every request refused: the HTML
 * carries all it needs, so nothing in a member's name can reach out.
 */
@Injectable()
export class ChromiumPdfRenderer extends PdfRenderer implements OnApplicationShutdown {
  private browser?: Promise<Browser>;
  private printed = 0;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly config: Config,
    adapters: Adapters,
  ) {
    super();
    adapters.register('pdf', () =>
      config.chromiumPath
        ? { state: 'enabled', detail: 'Chromium prints the documents' }
        : {
            state: 'disabled',
            detail: 'Chromium is missing: set CHROMIUM_PATH; invoices are issued, their PDF waits',
          },
    );
  }

  render(source: PdfSource): Promise<Uint8Array> {
    const turn = this.queue.then(() => this.print(source));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  async onApplicationShutdown(): Promise<void> {
    const browser = await this.browser?.catch(() => undefined);
    await browser?.close().catch(() => undefined);
  }

  private async print(source: PdfSource): Promise<Uint8Array> {
    const browser = await this.open();
    const page = await browser.newPage();
    try {
      await isolate(page);
      await page.setContent(source.html, { waitUntil: 'load', timeout: renderWithinMs });
      return await page.pdf({
        format: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: false,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: source.footerHtml,
        timeout: renderWithinMs,
      });
    } finally {
      await page.close().catch(() => undefined);
    }
  }

  private async open(): Promise<Browser> {
    if (!this.config.chromiumPath) throw new PdfRendererUnavailable('Chromium is missing');
    this.printed += 1;
    if (this.printed > documentsPerBrowser) await this.restart();
    this.browser ??= this.launch(this.config.chromiumPath);
    try {
      return await this.browser;
    } catch (error) {
      // A start that failed is tried again by the next document, not remembered.
      this.browser = undefined;
      throw error;
    }
  }

  private async launch(executablePath: string): Promise<Browser> {
    const { launch } = await import('puppeteer');
    // Over a pipe the browser ends with us, even when we are killed; over a port it would stay for ever.
    const browser = await launch({ executablePath, args: launchArguments, headless: true, pipe: true });
    browser.on('disconnected', () => {
      this.browser = undefined;
    });
    return browser;
  }

  private async restart(): Promise<void> {
    const old = await this.browser?.catch(() => undefined);
    this.browser = undefined;
    this.printed = 1;
    await old?.close().catch(() => undefined);
  }
}

async function isolate(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().startsWith('data:') || request.url() === 'about:blank') void request.continue();
    else void request.abort('blockedbyclient');
  });
}
