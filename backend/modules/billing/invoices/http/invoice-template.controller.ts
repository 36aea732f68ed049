import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { SignedFileUrls } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import { ChangeInvoiceTemplate } from '../application/change-invoice-template';
import { PreviewInvoiceTemplate } from '../application/preview-invoice-template';
import { InvoiceLooks } from '../application/invoice-looks';
import type { InvoiceTemplateEntity } from '../persistence/invoice-template.entity';
import {
  InvoiceTemplateDto,
  InvoiceTemplatePreviewDto,
  InvoiceTemplatePreviewRequestDto,
  InvoiceTemplateWriteDto,
} from './invoice-template.dto';

const unchosen: InvoiceTemplateDto = {
  ...{ version: 0, accent: 'gold', footer_text: null, thank_you: null, logo_url: null, created_at: null },
};

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/invoice-template')
export class InvoiceTemplateController {
  constructor(
    private readonly looks: InvoiceLooks,
    private readonly change: ChangeInvoiceTemplate,
    private readonly preview: PreviewInvoiceTemplate,
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
    const changed = await this.change.execute({ adminId, version: body.version, ...wishedBy(body) });
    return this.present(changed, adminId);
  }

  /** The newest invoice in that dress, as a page for a sandboxed frame. */
  @RequirePermission('billing.issuer-write')
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: InvoiceTemplatePreviewDto })
  async see(@Body() body: InvoiceTemplatePreviewRequestDto): Promise<InvoiceTemplatePreviewDto> {
    return { html: await this.preview.execute(wishedBy(body)) };
  }

  private present(template: InvoiceTemplateEntity | null, readerId: Uuid): InvoiceTemplateDto {
    if (!template) return unchosen;
    const { version, accent, footerText, thankYou, logoFileId, createdAt } = template;
    return {
      ...{ version, accent, footer_text: footerText, thank_you: thankYou },
      logo_url: logoFileId ? this.urls.sign(logoFileId, readerId) : null,
      created_at: createdAt.toISOString(),
    };
  }
}

function wishedBy({ accent, footer_text, thank_you, logo }: InvoiceTemplatePreviewRequestDto) {
  const texts = { footerText: footer_text || null, thankYou: thank_you || null };
  const picture = logo === undefined ? {} : { logo: logo === null ? null : Buffer.from(logo, 'base64') };
  return { accent, ...texts, ...picture };
}
