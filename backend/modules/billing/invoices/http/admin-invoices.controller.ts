import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { SignedFileUrls } from '@calmness/platform/files';
import { cursorOf, idFromCursor, IdPipe, PageQuery } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReadInvoiceDocument } from '../application/read-invoice-document';
import { ReadInvoices } from '../application/read-invoices';
import { ReadIssuer } from '../application/read-issuer';
import { RecordIssuer } from '../application/record-issuer';
import { VerifyInvoiceChain } from '../application/verify-invoice-chain';
import { ChainVerdictDto, InvoiceDetailDto, InvoiceListDto } from './invoice.dto';
import { presentInvoice, presentInvoiceDetail } from './invoice.presenter';
import { IssuerDto, IssuerWriteDto } from './issuer.dto';
import { presentIssuer, readIssuer } from './issuer.presenter';
import { sendDocument } from './send-document';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin')
export class AdminInvoicesController {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly documents: ReadInvoiceDocument,
    private readonly verifyChain: VerifyInvoiceChain,
    private readonly currentIssuer: ReadIssuer,
    private readonly recordIssuer: RecordIssuer,
    private readonly urls: SignedFileUrls,
  ) {}

  /** Newest first. */
  @RequirePermission('billing.invoices-read')
  @Get('invoices')
  @ApiOkResponse({ type: InvoiceListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<InvoiceListDto> {
    const rows = await this.invoices.list({ beforeId: idFromCursor(cursor), limit: limit + 1 });
    return { invoices: rows.slice(0, limit).map(presentInvoice), next_cursor: cursorOf(rows, limit) };
  }

  /** Recomputes every link and names the first that does not hold. */
  @RequirePermission('billing.invoices-read')
  @Get('invoices/chain/verify')
  @ApiOkResponse({ type: ChainVerdictDto })
  async verify(): Promise<ChainVerdictDto> {
    const { valid, checked, firstBrokenNumber } = await this.verifyChain.execute();
    return { valid, checked, first_broken_number: firstBrokenNumber };
  }

  @RequirePermission('billing.invoices-read')
  @Get('invoices/:id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: InvoiceDetailDto })
  async read(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
  ): Promise<InvoiceDetailDto> {
    return presentInvoiceDetail(await this.invoices.one(id), memberId, this.urls);
  }

  @RequirePermission('billing.invoices-read')
  @Get('invoices/:id/pdf')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async pdf(@Param('id', IdPipe) id: Uuid, @Res() reply: FastifyReply): Promise<void> {
    await sendDocument(reply, 'pdf', await this.documents.execute(id, 'pdf'));
  }

  @RequirePermission('billing.invoices-read')
  @Get('invoices/:id/xml')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ content: { 'application/xml': { schema: { type: 'string', format: 'binary' } } } })
  async xml(@Param('id', IdPipe) id: Uuid, @Res() reply: FastifyReply): Promise<void> {
    await sendDocument(reply, 'xml', await this.documents.execute(id, 'xml'));
  }

  @RequirePermission('billing.issuer-read')
  @Get('issuer')
  @ApiOkResponse({ type: IssuerDto })
  async issuer(): Promise<IssuerDto> {
    return presentIssuer(await this.currentIssuer.execute());
  }

  /** A new version: invoices already issued keep the one they name. */
  @RequirePermission('billing.issuer-write')
  @Post('issuer')
  @ApiCreatedResponse({ type: IssuerDto })
  async changeIssuer(
    @CurrentMember() { memberId: adminId }: Identity,
    @Body() body: IssuerWriteDto,
  ): Promise<IssuerDto> {
    return presentIssuer(await this.recordIssuer.execute({ ...readIssuer(body), adminId }));
  }
}
