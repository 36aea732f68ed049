import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { IssuerView } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { SignedFileUrls } from '@calmness/platform/files';
import { cursorOf, idFromCursor, IdPipe, PageQuery } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReadInvoices } from '../application/read-invoices';
import { ReadIssuer } from '../application/read-issuer';
import { VerifyInvoiceChain } from '../application/verify-invoice-chain';
import type { IssuerEntity } from '../persistence/issuer.entity';
import { ChainVerdictDto, InvoiceDetailDto, InvoiceListDto } from './invoice.dto';
import { presentInvoice, presentInvoiceDetail } from './invoice.presenter';
import { IssuerDto } from './issuer.dto';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin')
export class AdminInvoicesController {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly verifyChain: VerifyInvoiceChain,
    private readonly readIssuer: ReadIssuer,
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

  @RequirePermission('billing.issuer-read')
  @Get('issuer')
  @ApiOkResponse({ type: IssuerDto })
  async issuer(): Promise<IssuerDto> {
    return presentIssuer(await this.readIssuer.execute());
  }
}

function presentIssuer(issuer: IssuerEntity): IssuerView {
  const { id, version, siren, siret, city, country, iban, bic, email } = issuer;
  return {
    ...{ id, version, siren, siret, city, country, iban, bic, email },
    legal_name: issuer.legalName,
    legal_form: issuer.legalForm,
    capital_cents: issuer.capitalCents === null ? null : Number(issuer.capitalCents),
    is_sole_trader: issuer.isSoleTrader,
    rcs_city: issuer.rcsCity,
    vat_number: issuer.vatNumber,
    vat_regime: issuer.vatRegime,
    vat_on_debits: issuer.vatOnDebits,
    address_lines: issuer.addressLines,
    postal_code: issuer.postalCode,
    is_demo: issuer.isDemo,
    valid_from: issuer.validFrom.toISOString(),
  };
}
