import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { SignedFileUrls } from '@calmness/platform/files';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReadInvoices } from '../application/read-invoices';
import { SettleInvoice } from '../application/settle-invoice';
import { WriteCreditNote } from '../application/write-credit-note';
import { CreditableDto, CreditNoteDto, SettleInvoiceDto } from './amendment.dto';
import { InvoiceDetailDto } from './invoice.dto';
import { presentAdminInvoice, presentInvoiceDetail } from './invoice.presenter';

const longestKey = 200;

/** What the staff does to an invoice after its issue: another document, never the same one again. */
@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/invoices')
export class AmendmentsController {
  constructor(
    private readonly writeCreditNote: WriteCreditNote,
    private readonly settleInvoice: SettleInvoice,
    private readonly invoices: ReadInvoices,
    private readonly urls: SignedFileUrls,
  ) {}

  @RequirePermission('billing.invoices-read')
  @Get(':id/creditable')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: CreditableDto })
  async creditable(@Param('id', IdPipe) id: Uuid): Promise<CreditableDto> {
    const { invoice, lines } = await this.writeCreditNote.left(id);
    return {
      price_mode: invoice.priceMode,
      lines: lines.map(({ position, label, amountCents, leftCents }) => ({
        ...{ position, label },
        ...{ amount_cents: amountCents, left_cents: leftCents },
      })),
    };
  }

  /** Answers the credit note. Sent again with the same key, it is the same one. */
  @RequirePermission('billing.invoices-write')
  @Post(':id/credit-notes')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: InvoiceDetailDto })
  async credit(
    @CurrentMember() { memberId: adminId }: Identity,
    @Param('id', IdPipe) invoiceId: Uuid,
    @Headers('idempotency-key') key: string | undefined,
    @Body() { lines, reason }: CreditNoteDto,
  ): Promise<InvoiceDetailDto> {
    if (!key || key.length > longestKey)
      throw new DomainError('request.invalid', {}, 'invalid', [
        { field: 'Idempotency-Key', code: 'required' },
      ]);
    const asked =
      lines?.map(({ position, amount_cents: amountCents }) => ({ position, amountCents })) ?? null;
    const command = { invoiceId, adminId, lines: asked, reason, requestKey: key };
    const { id } = await this.writeCreditNote.execute(command);
    return this.detail(id, adminId);
  }

  @RequirePermission('billing.invoices-write')
  @Post(':id/settlements')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: InvoiceDetailDto })
  async settle(
    @CurrentMember() { memberId: adminId }: Identity,
    @Param('id', IdPipe) invoiceId: Uuid,
    @Body() body: SettleInvoiceDto,
  ): Promise<InvoiceDetailDto> {
    const { method, transaction_number: transactionNumber, amount_cents: amountCents } = body;
    const money = { method, transactionNumber, amountCents, receivedOn: body.received_on };
    await this.settleInvoice.execute({ ...money, invoiceId, adminId });
    return this.detail(invoiceId, adminId);
  }

  private async detail(id: Uuid, adminId: Uuid): Promise<InvoiceDetailDto> {
    const invoice = await this.invoices.one(id);
    const amendments = await this.invoices.amendments(id);
    const { available_actions } = presentAdminInvoice(invoice, undefined);
    return { ...presentInvoiceDetail(invoice, adminId, this.urls, amendments), available_actions };
  }
}
