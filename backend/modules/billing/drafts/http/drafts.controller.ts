import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { MemberDirectory } from '@calmness/accounts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { SignedFileUrls } from '@calmness/platform/files';
import { cursorOf, idFromCursor, IdPipe, PageQuery } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReadInvoices } from '../../invoices/application/read-invoices';
import { InvoiceDetailDto } from '../../invoices/http/invoice.dto';
import { presentInvoiceDetail } from '../../invoices/http/invoice.presenter';
import { DiscardDraft } from '../application/discard-draft';
import { IssueDraft } from '../application/issue-draft';
import { draftNotFound } from '../application/open-draft';
import { PreviewDraft } from '../application/preview-draft';
import { SaveDraft } from '../application/save-draft';
import type { InvoiceDraftEntity } from '../persistence/invoice-draft.entity';
import { InvoiceDraftRepository } from '../persistence/invoice-draft.repository';
import {
  InvoiceDraftChangeDto,
  InvoiceDraftListDto,
  InvoiceDraftViewDto,
  InvoiceDraftWriteDto,
  IssueDraftDto,
} from './draft.dto';
import { presentDraft, presentDraftRow, readDraftContent } from './draft.presenter';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/invoice-drafts')
export class DraftsController {
  constructor(
    private readonly drafts: InvoiceDraftRepository,
    private readonly saveDraft: SaveDraft,
    private readonly previewDraft: PreviewDraft,
    private readonly issueDraft: IssueDraft,
    private readonly discardDraft: DiscardDraft,
    private readonly invoices: ReadInvoices,
    private readonly members: MemberDirectory,
    private readonly urls: SignedFileUrls,
  ) {}

  /** What is prepared and not issued yet, newest first. */
  @RequirePermission('billing.invoices-read')
  @Get()
  @ApiOkResponse({ type: InvoiceDraftListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<InvoiceDraftListDto> {
    const rows = await this.drafts.list('draft', limit + 1, idFromCursor(cursor));
    const page = rows.slice(0, limit);
    const names = await this.members.namesOf(page.map(({ memberId }) => memberId));
    return {
      drafts: page.map((draft) => presentDraftRow(draft, names.get(draft.memberId))),
      next_cursor: cursorOf(rows, limit),
    };
  }

  @RequirePermission('billing.invoices-write')
  @Post()
  @ApiCreatedResponse({ type: InvoiceDraftViewDto })
  async create(
    @CurrentMember() { memberId: adminId }: Identity,
    @Body() body: InvoiceDraftWriteDto,
  ): Promise<InvoiceDraftViewDto> {
    const { type, member_id: memberId } = body;
    const content = readDraftContent(body);
    return this.view(await this.saveDraft.execute({ adminId, type, memberId: memberId as Uuid, content }));
  }

  /** The draft and the invoice it would become today. */
  @RequirePermission('billing.invoices-read')
  @Get(':id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: InvoiceDraftViewDto })
  async read(@Param('id', IdPipe) id: Uuid): Promise<InvoiceDraftViewDto> {
    const draft = await this.drafts.find(id);
    if (!draft) throw draftNotFound();
    return this.view(draft);
  }

  @RequirePermission('billing.invoices-write')
  @Put(':id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: InvoiceDraftViewDto })
  async change(
    @CurrentMember() { memberId: adminId }: Identity,
    @Param('id', IdPipe) draftId: Uuid,
    @Body() body: InvoiceDraftChangeDto,
  ): Promise<InvoiceDraftViewDto> {
    const { type, version } = body;
    const target = { draftId, version, adminId, type, memberId: body.member_id as Uuid };
    return this.view(await this.saveDraft.execute({ ...target, content: readDraftContent(body) }));
  }

  /** Numbered, dated and sealed; a second click answers the same invoice. */
  @RequirePermission('billing.invoices-write')
  @Post(':id/issue')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: InvoiceDetailDto })
  async issue(
    @CurrentMember() { memberId: adminId }: Identity,
    @Param('id', IdPipe) draftId: Uuid,
    @Body() { version }: IssueDraftDto,
  ): Promise<InvoiceDetailDto> {
    const { id } = await this.issueDraft.execute({ draftId, version, adminId });
    return presentInvoiceDetail(await this.invoices.one(id), adminId, this.urls);
  }

  @RequirePermission('billing.invoices-write')
  @Delete(':id')
  @HttpCode(204)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  discard(
    @CurrentMember() { memberId: adminId }: Identity,
    @Param('id', IdPipe) draftId: Uuid,
  ): Promise<void> {
    return this.discardDraft.execute({ draftId, adminId });
  }

  private async view(draft: InvoiceDraftEntity): Promise<InvoiceDraftViewDto> {
    const member = (await this.members.namesOf([draft.memberId])).get(draft.memberId);
    const closed = { invoice: null, blockers: [] };
    const preview = draft.state === 'draft' ? await this.previewDraft.execute(draft) : closed;
    return presentDraft(draft, member, preview);
  }
}
