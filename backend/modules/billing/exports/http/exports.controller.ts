import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Patch, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { accountCodes, type AccountCode } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { ReadIssuer } from '../../invoices/application/read-issuer';
import { ClosingRepository } from '../../ledger/persistence/closing.repository';
import { AccountMapping } from '../application/account-mapping';
import { ReportSales } from '../application/report-sales';
import { ReportVat } from '../application/report-vat';
import { WriteTables } from '../application/write-tables';
import { WriteYearArchive } from '../application/write-year-archive';
import { fecName } from '../domain/fec';
import {
  AccountDto,
  AccountListDto,
  AccountPatchDto,
  ClosingListDto,
  ClosingsQuery,
  DaysQuery,
  EReportDto,
  VatReportDto,
  YearQuery,
} from './exports.dto';
import { presentClosing } from './exports.presenter';

const text = { schema: { type: 'string' } } as const;

/** What the accountant and the administration take away. Each download is audited and streamed. */
@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/exports')
export class ExportsController {
  constructor(
    private readonly closings: ClosingRepository,
    private readonly tables: WriteTables,
    private readonly archive: WriteYearArchive,
    private readonly sales: ReportSales,
    private readonly vat: ReportVat,
    private readonly accounts: AccountMapping,
    private readonly issuer: ReadIssuer,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @RequirePermission('billing.exports')
  @Get('closings')
  @ApiOkResponse({ type: ClosingListDto })
  async list(@Query() { period, limit, cursor }: ClosingsQuery): Promise<ClosingListDto> {
    const rows = await this.closings.newest(period, limit + 1, cursor);
    const shown = rows.slice(0, limit).map(presentClosing);
    return { closings: shown, next_cursor: rows.length > limit ? (shown.at(-1)?.from_day ?? null) : null };
  }

  /** VAT collected, month by month, on debits and on cash. */
  @RequirePermission('billing.exports')
  @Get('vat')
  @ApiOkResponse({ type: VatReportDto })
  collected(@Query() { year }: YearQuery): Promise<VatReportDto> {
    return this.vat.execute(year);
  }

  @RequirePermission('billing.exports')
  @Get('accounts')
  @ApiOkResponse({ type: AccountListDto })
  async mapping(): Promise<AccountListDto> {
    return { accounts: await this.accounts.list() };
  }

  @RequirePermission('billing.exports')
  @Patch('accounts/:code')
  @ApiParam({ name: 'code', enum: accountCodes })
  @ApiOkResponse({ type: AccountDto })
  change(
    @CurrentMember() { memberId }: Identity,
    @Param('code') asked: string,
    @Body() { account, label, version }: AccountPatchDto,
  ): Promise<AccountDto> {
    return this.accounts.change(memberId, { code: knownCode(asked), account, label, version });
  }

  /** The sales journal, for a spreadsheet. */
  @RequirePermission('billing.exports')
  @Get('journal.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': text } })
  async journal(@CurrentMember() who: Identity, @Query() days: DaysQuery): Promise<StreamableFile> {
    await this.audit(who.memberId, 'journal.csv', days);
    return file(this.tables.sales(days), 'text/csv; charset=utf-8', `ventes-${days.from}-${days.to}.csv`);
  }

  /** Fichier des écritures comptables (LPF, art. A47 A-1). */
  @RequirePermission('billing.exports')
  @Get('fec.txt')
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': text } })
  async fec(@CurrentMember() who: Identity, @Query() { year }: YearQuery): Promise<StreamableFile> {
    const { siren } = await this.issuer.execute();
    await this.audit(who.memberId, 'fec.txt', { year });
    return file(this.tables.fec(year), 'text/plain; charset=utf-8', fecName(siren, year));
  }

  /** The e-reporting of a span of days. */
  @RequirePermission('billing.exports')
  @Get('ereporting.json')
  @ApiOkResponse({ type: EReportDto })
  async ereporting(@CurrentMember() who: Identity, @Query() days: DaysQuery): Promise<EReportDto> {
    await this.audit(who.memberId, 'ereporting.json', days);
    return this.sales.execute(days);
  }

  /** Everything of a year, with the proof of each file. */
  @RequirePermission('billing.exports')
  @Get('archive.zip')
  @ApiProduces('application/zip')
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async year(@CurrentMember() who: Identity, @Query() { year }: YearQuery): Promise<StreamableFile> {
    await this.audit(who.memberId, 'archive.zip', { year });
    const stream = await this.archive.execute(year);
    const disposition = `attachment; filename="archive-${year}.zip"`;
    return new StreamableFile(stream, { type: 'application/zip', disposition });
  }

  private async audit(actorId: Uuid, objectId: string, asked: DaysQuery | YearQuery): Promise<void> {
    await this.unitOfWork.run((tx) => {
      const what = { actorId, action: 'billing.export', objectType: 'export', objectId };
      tx.audit({ ...what, before: null, after: { ...asked } });
      return Promise.resolve();
    });
  }
}

function file(content: AsyncIterable<string>, type: string, name: string): StreamableFile {
  return new StreamableFile(Readable.from(content), { type, disposition: `attachment; filename="${name}"` });
}

/** @throws DomainError request.invalid */
function knownCode(asked: string): AccountCode {
  const code = accountCodes.find((one) => one === asked);
  if (!code) throw new DomainError('request.invalid', {}, 'invalid', [{ field: 'code', code: 'invalid' }]);
  return code;
}
