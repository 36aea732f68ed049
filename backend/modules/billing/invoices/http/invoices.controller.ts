import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { SignedFileUrls } from '@calmness/platform/files';
import { cursorOf, idFromCursor, IdPipe, PageQuery } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReadInvoiceDocument } from '../application/read-invoice-document';
import { ReadInvoices } from '../application/read-invoices';
import { InvoiceDetailDto, InvoiceListDto } from './invoice.dto';
import { presentInvoice, presentInvoiceDetail } from './invoice.presenter';
import { sendDocument } from './send-document';

@ApiTags('billing')
@ApiBearerAuth()
@Controller('auth/user/invoices')
export class InvoicesController {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly documents: ReadInvoiceDocument,
    private readonly urls: SignedFileUrls,
  ) {}

  /** Newest first. */
  @Get()
  @ApiOkResponse({ type: InvoiceListDto })
  async list(
    @CurrentMember() { memberId }: Identity,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<InvoiceListDto> {
    const rows = await this.invoices.list({ memberId, beforeId: idFromCursor(cursor), limit: limit + 1 });
    const { count, invoicedCents, creditedCents } = await this.invoices.figures(memberId);
    return {
      invoices: rows.slice(0, limit).map(presentInvoice),
      stats: { count, invoiced_cents: invoicedCents, credited_cents: creditedCents },
      next_cursor: cursorOf(rows, limit),
    };
  }

  @Get(':id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: InvoiceDetailDto })
  async read(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
  ): Promise<InvoiceDetailDto> {
    const invoice = await this.invoices.one(id, memberId);
    return presentInvoiceDetail(invoice, memberId, this.urls, await this.invoices.amendments(id));
  }

  /** The file as it was stored, byte for byte; 409 while it is being prepared. */
  @Get(':id/pdf')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async download(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDocument(reply, 'pdf', await this.documents.execute(id, 'pdf', memberId));
  }

  /** The invoice as programs read it: Factur-X, profile EN 16931. */
  @Get(':id/xml')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ content: { 'application/xml': { schema: { type: 'string', format: 'binary' } } } })
  async downloadXml(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDocument(reply, 'xml', await this.documents.execute(id, 'xml', memberId));
  }
}
