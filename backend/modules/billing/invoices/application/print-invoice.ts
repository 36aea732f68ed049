import { Injectable } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { PdfRenderer } from '@calmness/platform/pdf';
import type { IssuedInvoice } from '../domain/invoice';
import { embedFacturx } from '../facturx/embed-facturx';
import { invoicePage } from '../templates/invoice-page';
import type { InvoiceLook } from '../templates/look';
import { InvoiceLooks } from './invoice-looks';

/** Prints an invoice: a PDF/A-3 that carries its XML. The oldest ones are the plain PDF they always were. */
@Injectable()
export class PrintInvoice {
  constructor(
    private readonly renderer: PdfRenderer,
    private readonly looks: InvoiceLooks,
    private readonly config: Config,
  ) {}

  /** @throws PdfRendererUnavailable, or the browser's own error */
  async execute(invoice: IssuedInvoice): Promise<{ bytes: Uint8Array; templateVersion: number | null }> {
    if (invoice.contentVersion === 1)
      return { bytes: await this.renderer.render(invoicePage(invoice)), templateVersion: null };
    const { version: templateVersion, look } = await this.looks.current();
    return { bytes: await this.dressed(invoice, look), templateVersion };
  }

  /** In a given dress. @throws PdfRendererUnavailable, or the browser's own error */
  async dressed(invoice: IssuedInvoice, look: InvoiceLook): Promise<Uint8Array> {
    const { verifyCode } = invoice;
    const verifyUrl = verifyCode && `${this.config.publicBaseUrl}/invoices/verify/${verifyCode}`;
    const printed = await this.renderer.render(invoicePage(invoice, { look, verifyUrl }));
    return embedFacturx(printed, invoice);
  }
}
