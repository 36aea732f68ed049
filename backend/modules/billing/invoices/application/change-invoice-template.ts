import { Injectable } from '@nestjs/common';
import type { InvoiceAccent } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { StoredFiles, type FileDraft } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import { redrawLogo } from '../domain/logo';
import type { InvoiceTemplateEntity } from '../persistence/invoice-template.entity';
import { InvoiceTemplateRepository } from '../persistence/invoice-template.repository';
import { assertDrawable } from '../templates/glyphs';

export interface ChangeInvoiceTemplateCommand {
  adminId: Uuid;
  /** The version the admin was looking at; 0 when there was none. */
  version: number;
  accent: InvoiceAccent;
  footerText: string | null;
  thankYou: string | null;
  /** A picture as it was sent; absent keeps the logo there is, null takes it off. */
  logo?: Buffer | null;
}

/** The staff changes how invoices look from now on. What is printed already stays as it is. */
@Injectable()
export class ChangeInvoiceTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: InvoiceTemplateRepository,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.version-conflict, billing.glyph-missing, request.invalid for the logo */
  async execute(command: ChangeInvoiceTemplateCommand): Promise<InvoiceTemplateEntity> {
    const { adminId, accent, footerText, thankYou, logo } = command;
    assertDrawable({ footer_text: footerText, thank_you: thankYou });
    const draft = logo ? await this.draft(logo) : null;
    return this.unitOfWork.run(async (tx) => {
      const before = await this.templates.lockCurrent(tx);
      const version = before?.version ?? 0;
      if (version !== command.version)
        throw new DomainError('billing.version-conflict', { version }, 'conflict');
      if (draft) await this.files.keep(tx, draft);
      const kept = logo === undefined ? (before?.logoFileId ?? null) : null;
      const template: InvoiceTemplateEntity = {
        ...{ version: version + 1, accent, footerText, thankYou, logoFileId: draft?.id ?? kept },
        ...{ createdBy: adminId, createdAt: this.clock.now() },
      };
      await this.templates.add(tx, template);
      tx.audit({
        ...{ actorId: adminId, action: 'billing.change-invoice-template' },
        ...{ objectType: 'invoice_template', objectId: String(template.version) },
        before: before && shown(before),
        after: shown(template),
      });
      return template;
    });
  }

  private async draft(logo: Buffer): Promise<FileDraft> {
    return this.files.draft('billing', 'logo.png', 'image/png', await redrawLogo(logo));
  }
}

function shown({ accent, footerText, thankYou, logoFileId }: InvoiceTemplateEntity): Record<string, unknown> {
  return { accent, footerText, thankYou, logoFileId };
}
