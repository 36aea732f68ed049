import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { ContractRequestRow } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { cursorOf, idFromCursor, IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { HandleRequest } from '../application/handle-request';
import { ReadRequests, type ReadRequest } from '../application/read-requests';
import {
  ContractRequestListDto,
  ContractRequestRowDto,
  ContractRequestsQuery,
  HandleRequestDto,
} from './requests.dto';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/contract-requests')
export class AdminRequestsController {
  constructor(
    private readonly requests: ReadRequests,
    private readonly handleRequest: HandleRequest,
  ) {}

  /** Newest first. */
  @RequirePermission('billing.subscriptions-read')
  @Get()
  @ApiOkResponse({ type: ContractRequestListDto })
  async list(@Query() query: ContractRequestsQuery): Promise<ContractRequestListDto> {
    const { kind, status, limit } = query;
    const beforeId = idFromCursor(query.cursor);
    const rows = await this.requests.list({ kind, status, beforeId, limit: limit + 1 });
    return { requests: rows.slice(0, limit).map(presentRequest), next_cursor: cursorOf(rows, limit) };
  }

  /** Its sender is told by mail. */
  @RequirePermission('billing.subscriptions-write')
  @Post(':id/handle')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: ContractRequestRowDto })
  async handle(
    @CurrentMember() { memberId: staffId }: Identity,
    @Param('id', IdPipe) requestId: Uuid,
    @Body() { outcome, note }: HandleRequestDto,
  ): Promise<ContractRequestRowDto> {
    const handled = await this.handleRequest.execute({ requestId, staffId, outcome, note });
    return presentRequest(this.requests.opened(handled));
  }
}

function presentRequest(request: ReadRequest): ContractRequestRow {
  const { id, kind, reference, status, asker } = request;
  return {
    ...{ id, kind, reference, status, name: asker.name, email: asker.email, comment: asker.comment },
    contract_reference: asker.contractReference,
    reason_code: request.reasonCode,
    effective_on: request.effectiveOn,
    received_at: request.receivedAt.toISOString(),
    deadline_on: request.deadlineOn,
    in_time: request.inTime,
    refund_cents: request.refundCents,
    member_id: request.memberId,
    subscription_id: request.subscriptionId,
    payment_id: request.paymentId,
    confirmed_at: request.confirmedAt?.toISOString() ?? null,
    handled_at: request.handledAt?.toISOString() ?? null,
    note: request.note,
  };
}
