import { Injectable } from '@nestjs/common';
import { redrawLogo } from '../domain/logo';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { assertDrawable } from '../templates/glyphs';
import { invoicePage } from '../templates/invoice-page';
import type { ChangeInvoiceTemplateCommand } from './change-invoice-template';
import { InvoiceLooks } from './invoice-looks';

type Wished = Omit<ChangeInvoiceTemplateCommand, 'adminId' | 'version'>;

/** The newest invoice in a dress nobody chose yet; nothing is written. */
@Injectable()
export class PreviewInvoiceTemplate {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly looks: InvoiceLooks,
  ) {}

  /**
   * Null before the first invoice. The page comes without its fonts: the reader's browser has its own.
   * @throws DomainError billing.glyph-missing, request.invalid for the logo
   */
  async execute({ accent, footerText, thankYou, logo }: Wished): Promise<string | null> {
    assertDrawable({ footer_text: footerText, thank_you: thankYou });
    const [invoice] = await this.invoices.search({ limit: 1 });
    if (!invoice) return null;
    const look = { accent, footerText, thankYou, logo: await this.logo(logo) };
    const { html } = invoicePage(invoice, { look, verifyUrl: null });
    return html.replaceAll(/@font-face\{[^}]*\}/g, '');
  }

  private async logo(sent: Buffer | null | undefined): Promise<string | null> {
    if (sent === undefined) return (await this.looks.current()).look.logo;
    if (sent === null) return null;
    return `data:image/png;base64,${(await redrawLogo(sent)).toString('base64')}`;
  }
}
