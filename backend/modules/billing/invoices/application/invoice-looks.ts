import { Injectable } from '@nestjs/common';
import { StoredFiles } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import type { InvoiceTemplateEntity } from '../persistence/invoice-template.entity';
import { InvoiceTemplateRepository } from '../persistence/invoice-template.repository';
import { plainLook, type InvoiceLook } from '../templates/look';

/** The dress of invoices as it is today. */
@Injectable()
export class InvoiceLooks {
  constructor(
    private readonly templates: InvoiceTemplateRepository,
    private readonly files: StoredFiles,
  ) {}

  /** What the staff chose last; null while nothing was ever chosen. */
  template(): Promise<InvoiceTemplateEntity | null> {
    return this.templates.current();
  }

  /** The newest version with its logo at hand; the plain look has no version. */
  async current(): Promise<{ version: number | null; look: InvoiceLook }> {
    const template = await this.templates.current();
    if (!template) return { version: null, look: plainLook };
    const { version, accent, logoFileId, footerText, thankYou } = template;
    const logo = logoFileId && (await this.logo(logoFileId));
    return { version, look: { accent, logo, footerText, thankYou } };
  }

  /** A stored PNG as the page carries it. @throws DomainError files.tampered */
  async logo(fileId: Uuid): Promise<string> {
    const { bytes } = await this.files.read(fileId);
    return `data:image/png;base64,${bytes.toString('base64')}`;
  }
}
