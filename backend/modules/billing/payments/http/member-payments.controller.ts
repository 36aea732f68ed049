import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember, RequireFlag, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { cursorOf, idFromCursor, IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { CancelPayment } from '../application/cancel-payment';
import { DeclarePayment } from '../application/declare-payment';
import { GivePayInstructions } from '../application/give-pay-instructions';
import { ReadPayments } from '../application/read-payments';
import { SummariseOrder } from '../application/summarise-order';
import {
  DeclarePaymentDto,
  OrderSummaryDto,
  OrderSummaryQuery,
  PaymentDetailDto,
  PaymentListDto,
  PaymentsQuery,
} from './member-payments.dto';
import { MoneyPresenter } from './money.presenter';
import { presentOrderSummary, presentPayment, presentPaymentDetail } from './payments.presenter';

const longestKey = 200;

@ApiTags('billing')
@ApiBearerAuth()
@Controller('auth/user')
export class MemberPaymentsController {
  constructor(
    private readonly summariseOrder: SummariseOrder,
    private readonly declarePayment: DeclarePayment,
    private readonly cancelPayment: CancelPayment,
    private readonly readPayments: ReadPayments,
    private readonly instructions: GivePayInstructions,
    private readonly money: MoneyPresenter,
  ) {}

  /** What a member reads before he orders. */
  @Get('order-summary')
  @ApiOkResponse({ type: OrderSummaryDto })
  async orderSummary(
    @CurrentMember() { memberId }: Identity,
    @Query() query: OrderSummaryQuery,
  ): Promise<OrderSummaryDto> {
    return presentOrderSummary(await this.summariseOrder.execute(memberId, query.plan_code));
  }

  /** Newest first. */
  @Get('payments')
  @ApiOkResponse({ type: PaymentListDto })
  async list(
    @CurrentMember() { memberId }: Identity,
    @Query() query: PaymentsQuery,
  ): Promise<PaymentListDto> {
    const { limit, status } = query;
    const beforeId = idFromCursor(query.cursor);
    const payments = await this.readPayments.list({ memberId, status, beforeId, limit: limit + 1 });
    const figures = await this.readPayments.figures(memberId);
    return {
      payments: payments.slice(0, limit).map(presentPayment),
      stats: {
        total_spent_cents: figures.total_spent,
        this_month_cents: figures.this_month,
        completed: figures.completed,
        pending: figures.pending,
      },
      next_cursor: cursorOf(payments, limit),
    };
  }

  /** An order that obliges to pay. Sent again with the same key, it is the same order. */
  @RequireFlag('payments')
  @Post('payments')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: PaymentDetailDto })
  async declare(
    @CurrentMember() { memberId }: Identity,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: DeclarePaymentDto,
  ): Promise<PaymentDetailDto> {
    if (key !== undefined && (key === '' || key.length > longestKey))
      throw new DomainError('request.invalid', {}, 'invalid', [
        { field: 'Idempotency-Key', code: 'invalid' },
      ]);
    const { plan_code: planCode, method, transaction_number: transactionNumber } = body;
    const command = { memberId, planCode, method, transactionNumber, idempotencyKey: key };
    const payment = await this.declarePayment.execute(command);
    return this.detail(payment.id, memberId);
  }

  @Get('payments/:id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: PaymentDetailDto })
  read(@CurrentMember() { memberId }: Identity, @Param('id', IdPipe) id: Uuid): Promise<PaymentDetailDto> {
    return this.detail(id, memberId);
  }

  @Post('payments/:id/cancel')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: PaymentDetailDto })
  async cancel(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) paymentId: Uuid,
  ): Promise<PaymentDetailDto> {
    await this.cancelPayment.execute({ paymentId, memberId });
    return this.detail(paymentId, memberId);
  }

  private async detail(paymentId: Uuid, memberId: Uuid): Promise<PaymentDetailDto> {
    const payment = await this.readPayments.ofMember(paymentId, memberId);
    const instructions = await this.instructions.execute(payment);
    return presentPaymentDetail(payment, instructions, await this.money.of(payment, memberId));
  }
}
