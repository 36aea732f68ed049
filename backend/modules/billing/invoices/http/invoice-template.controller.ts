import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { SignedFileUrls } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import { ChangeInvoiceTemplate } from '../application/change-invoice-template';
import { InvoiceLooks } from '../application/invoice-looks';
import type { InvoiceTemplateEntity } from '../persistence/invoice-template.entity';
import { InvoiceTemplateDto, InvoiceTemplateWriteDto } from './invoice-template.dto';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/invoice-template')
export class InvoiceTemplateController {
  constructor(
    private readonly looks: InvoiceLooks,
    private readonly change: ChangeInvoiceTemplate,
    private readonly urls: SignedFileUrls,
  ) {}

  /** How invoices look today. */
  @RequirePermission('billing.issuer-read')
  @Get()
  @ApiOkResponse({ type: InvoiceTemplateDto })
  async read(@CurrentMember() { memberId }: Identity): Promise<InvoiceTemplateDto> {
    return this.present(await this.looks.template(), memberId);
  }

  /** A new version: what is printed already keeps the one it names. */
  @RequirePermission('billing.issuer-write')
  @Put()
  @ApiOkResponse({ type: InvoiceTemplateDto })
  async write(
    @CurrentMember() { memberId: adminId }: Identity,
    @Body() body: InvoiceTemplateWriteDto,
  ): Promise<InvoiceTemplateDto> {
    const { version, accent, footer_text, thank_you, logo } = body;
    const texts = { footerText: footer_text || null, thankYou: thank_you || null };
    const picture = logo === undefined ? {} : { logo: logo === null ? null : Buffer.from(logo, 'base64') };
    const changed = await this.change.execute({ adminId, version, accent, ...texts, ...picture });
    return this.present(changed, adminId);
  }

  private present(template: InvoiceTemplateEntity | null, readerId: Uuid): InvoiceTemplateDto {
    const logo = template?.logoFileId;
    return {
      version: template?.version ?? 0,
      accent: template?.accent ?? 'gold',
      footer_text: template?.footerText ?? null,
      thank_you: template?.thankYou ?? null,
      logo_url: logo ? this.urls.sign(logo, readerId) : null,
      created_at: template?.createdAt.toISOString() ?? null,
    };
  }
}
