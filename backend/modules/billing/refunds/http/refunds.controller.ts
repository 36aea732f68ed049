import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { rolePermissions } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { cursorOf, idFromCursor, IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { DecideRefund } from '../application/decide-refund';
import { ReadRefunds } from '../application/read-refunds';
import { RefundPayment } from '../application/refund-payment';
import { RefundSettings } from '../application/refund-settings';
import { RefundRepository } from '../persistence/refund.repository';
import {
  DeclineRefundDto,
  RefundableDto,
  RefundDto,
  RefundListDto,
  RefundRequestDto,
  RefundSettingsDto,
  RefundsQuery,
} from './refund.dto';
import { RefundPresenter, type Reader } from './refund.presenter';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin')
export class RefundsController {
  constructor(
    private readonly readRefunds: ReadRefunds,
    private readonly refundPayment: RefundPayment,
    private readonly decideRefund: DecideRefund,
    private readonly settings: RefundSettings,
    private readonly refunds: RefundRepository,
    private readonly presenter: RefundPresenter,
  ) {}

  /** What of a payment can still go back, and what went. */
  @RequirePermission('billing.payments-read')
  @Get('payments/:id/refund')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: RefundableDto })
  async refundable(
    @CurrentMember() identity: Identity,
    @Param('id', IdPipe) paymentId: Uuid,
  ): Promise<RefundableDto> {
    return this.presenter.refundable(await this.readRefunds.refundable(paymentId), readerOf(identity));
  }

  /** Credit note, payment and access in one step; only asked for where the academy wants four eyes. */
  @RequirePermission('billing.refund')
  @Post('payments/:id/refund')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: RefundDto })
  async refund(
    @CurrentMember() identity: Identity,
    @Param('id', IdPipe) paymentId: Uuid,
    @Body() body: RefundRequestDto,
  ): Promise<RefundDto> {
    const lines = body.lines?.map((line) => ({ position: line.position, amountCents: line.amount_cents }));
    const refund = await this.refundPayment.execute({
      ...{ paymentId, adminId: identity.memberId, lines: lines ?? null, reason: body.reason },
      method: body.refund.method,
      transactionNumber: body.refund.transaction_number,
      refundedOn: body.refund.refunded_on,
      accessEndsOn: body.access_ends_on,
    });
    return this.presenter.one(refund, readerOf(identity));
  }

  /** Newest first. */
  @RequirePermission('billing.payments-read')
  @Get('refunds')
  @ApiOkResponse({ type: RefundListDto })
  async list(@CurrentMember() identity: Identity, @Query() query: RefundsQuery): Promise<RefundListDto> {
    const { state, cursor, limit } = query;
    const rows = await this.readRefunds.list({ state, beforeId: idFromCursor(cursor), limit: limit + 1 });
    return {
      refunds: await this.presenter.all(rows.slice(0, limit), readerOf(identity)),
      waiting: (await this.refunds.waiting()).count,
      next_cursor: cursorOf(rows, limit),
    };
  }

  @RequirePermission('billing.payments-read')
  @Get('refund-settings')
  @ApiOkResponse({ type: RefundSettingsDto })
  readSettings(): Promise<RefundSettingsDto> {
    return this.settings.read();
  }

  @RequirePermission('billing.refund')
  @Put('refund-settings')
  @ApiOkResponse({ type: RefundSettingsDto })
  changeSettings(
    @CurrentMember() { memberId: adminId }: Identity,
    @Body() { four_eyes: fourEyes, version }: RefundSettingsDto,
  ): Promise<RefundSettingsDto> {
    return this.settings.change({ fourEyes, version, adminId });
  }

  @RequirePermission('billing.refund')
  @Post('refunds/:id/approve')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: RefundDto })
  async approve(@CurrentMember() identity: Identity, @Param('id', IdPipe) id: Uuid): Promise<RefundDto> {
    return this.presenter.one(await this.decideRefund.approve(id, identity.memberId), readerOf(identity));
  }

  @RequirePermission('billing.refund')
  @Post('refunds/:id/decline')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: RefundDto })
  async decline(
    @CurrentMember() identity: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() { reason }: DeclineRefundDto,
  ): Promise<RefundDto> {
    const refund = await this.decideRefund.decline(id, identity.memberId, reason);
    return this.presenter.one(refund, readerOf(identity));
  }
}

function readerOf({ memberId, roles }: Identity): Reader {
  return { memberId, mayRefund: roles.some((role) => rolePermissions[role].includes('billing.refund')) };
}
