import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { MemberDirectory } from '@calmness/accounts';
import type { FastifyReply } from 'fastify';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { SignedFileUrls } from '@calmness/platform/files';
import { cursorOf, idFromCursor, IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReadInvoiceDocument } from '../application/read-invoice-document';
import { ReadInvoices } from '../application/read-invoices';
import { ReadIssuer } from '../application/read-issuer';
import { RecordIssuer } from '../application/record-issuer';
import { VerifyInvoiceChain } from '../application/verify-invoice-chain';
import { AdminInvoiceListDto, AdminInvoicesQuery, ChainVerdictDto, InvoiceDetailDto } from './invoice.dto';
import { presentAdminInvoice, presentInvoiceDetail } from './invoice.presenter';
import { IssuerDto, IssuerVersionListDto, IssuerWriteDto } from './issuer.dto';
import { presentIssuer, presentIssuerVersions, readIssuer } from './issuer.presenter';
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
    private readonly members: MemberDirectory,
    private readonly urls: SignedFileUrls,
  ) {}

  /** Newest first. */
  @RequirePermission('billing.invoices-read')
  @Get('invoices')
  @ApiOkResponse({ type: AdminInvoiceListDto })
  async list(
    @Query() { limit, cursor, type, member_id: memberId }: AdminInvoicesQuery,
  ): Promise<AdminInvoiceListDto> {
    const beforeId = idFromCursor(cursor);
    const search = { type, memberId: memberId as Uuid | undefined, beforeId };
    const rows = await this.invoices.list({ ...search, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const names = await this.members.namesOf(page.map((invoice) => invoice.memberId));
    return {
      invoices: page.map((invoice) => presentAdminInvoice(invoice, names.get(invoice.memberId))),
      next_cursor: cursorOf(rows, limit),
    };
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
    const invoice = await this.invoices.one(id);
    const amendments = await this.invoices.amendments(id);
    const { available_actions } = presentAdminInvoice(invoice, undefined);
    return { ...presentInvoiceDetail(invoice, memberId, this.urls, amendments), available_actions };
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

  /** Every version there was, newest first, with what it changed. */
  @RequirePermission('billing.issuer-read')
  @Get('issuer/versions')
  @ApiOkResponse({ type: IssuerVersionListDto })
  async issuerVersions(): Promise<IssuerVersionListDto> {
    return { versions: presentIssuerVersions(await this.currentIssuer.versions()) };
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
