import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { BankMappings } from '../application/bank-mappings';
import { ImportStatement } from '../application/import-statement';
import { Reconcile } from '../application/reconcile';
import { SuggestMatches } from '../application/suggest-matches';
import {
  BankMappingChangeDto,
  BankMappingDto,
  BankMappingListDto,
  BankMappingWriteDto,
  ReconcileBatchDto,
  ReconciliationBatchDto,
  StatementImportDto,
  StatementImportedDto,
  StatementLineListDto,
} from './reconcile.dto';
import { mappingOf, presentMapping, ReconcilePresenter } from './reconcile.presenter';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/payments/reconcile')
export class ReconcileController {
  constructor(
    private readonly mappings: BankMappings,
    private readonly importStatement: ImportStatement,
    private readonly suggest: SuggestMatches,
    private readonly reconcile: Reconcile,
    private readonly presenter: ReconcilePresenter,
  ) {}

  @RequirePermission('billing.payments-read')
  @Get('mappings')
  @ApiOkResponse({ type: BankMappingListDto })
  async listMappings(): Promise<BankMappingListDto> {
    return { mappings: (await this.mappings.list()).map(presentMapping) };
  }

  @RequirePermission('billing.payments-validate')
  @Post('mappings')
  @ApiCreatedResponse({ type: BankMappingDto })
  async createMapping(
    @CurrentMember() { memberId }: Identity,
    @Body() body: BankMappingWriteDto,
  ): Promise<BankMappingDto> {
    return presentMapping(await this.mappings.create(mappingOf(body), memberId));
  }

  @RequirePermission('billing.payments-validate')
  @Put('mappings/:id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: BankMappingDto })
  async changeMapping(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() body: BankMappingChangeDto,
  ): Promise<BankMappingDto> {
    const { version } = body;
    return presentMapping(await this.mappings.change({ ...mappingOf(body), id, version }, memberId));
  }

  /** A file or pasted text; lines that are known already are not written twice. */
  @RequirePermission('billing.payments-validate')
  @Post('imports')
  @HttpCode(200)
  @ApiOkResponse({ type: StatementImportedDto })
  read(
    @CurrentMember() { memberId: adminId }: Identity,
    @Body() { account, source, mapping_id, content_base64, pasted }: StatementImportDto,
  ): Promise<StatementImportedDto> {
    const mappingId = (mapping_id ?? null) as Uuid | null;
    const bytes = Buffer.from(content_base64, 'base64');
    return this.importStatement.execute({ adminId, account, source, mappingId, bytes, pasted });
  }

  /** Money that came in, the surest match first; five hundred lines at most. */
  @RequirePermission('billing.payments-read')
  @Get('lines')
  @ApiOkResponse({ type: StatementLineListDto })
  async lines(): Promise<StatementLineListDto> {
    return this.presenter.lines(await this.suggest.execute());
  }

  @RequirePermission('billing.payments-validate')
  @Post('lines/:id/ignore')
  @HttpCode(204)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  ignore(@CurrentMember() { memberId }: Identity, @Param('id', IdPipe) id: Uuid): Promise<void> {
    return this.suggest.ignore(id, memberId);
  }

  /** A worker validates the rows one by one; the same rows again are the same batch. */
  @RequirePermission('billing.payments-validate')
  @Post('batches')
  @HttpCode(200)
  @ApiOkResponse({ type: ReconciliationBatchDto })
  async start(
    @CurrentMember() { memberId }: Identity,
    @Body() { rows }: ReconcileBatchDto,
  ): Promise<ReconciliationBatchDto> {
    const chosen = rows.map((row) => ({ lineId: row.line_id as Uuid, paymentId: row.payment_id as Uuid }));
    const { id } = await this.reconcile.start(chosen, memberId);
    return this.presenter.batch(id);
  }

  @RequirePermission('billing.payments-read')
  @Get('batches/:id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: ReconciliationBatchDto })
  batch(@Param('id', IdPipe) id: Uuid): Promise<ReconciliationBatchDto> {
    return this.presenter.batch(id);
  }
}
