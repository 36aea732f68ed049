import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { MemberDirectory } from '@calmness/accounts';
import type { AdminPaymentRow } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { cursorOf, idFromCursor, IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { PreviewPayment } from '../application/preview-payment';
import { ReadPayments } from '../application/read-payments';
import { RejectPayment } from '../application/reject-payment';
import { ReturnSurplus } from '../application/return-surplus';
import { ValidatePayment } from '../application/validate-payment';
import type { PaymentEntity } from '../persistence/payment.entity';
import {
  AdminPaymentListDto,
  AdminPaymentRowDto,
  PaymentPreviewDto,
  RejectPaymentDto,
  ValidatedPaymentDto,
  ValidatePaymentDto,
} from './admin-payments.dto';
import { PaymentsQuery } from './member-payments.dto';
import { PaymentMoneyDto, ReturnSurplusDto } from './money.dto';
import { MoneyPresenter } from './money.presenter';
import { presentAdminPayment, presentPreview, presentValidated } from './payments.presenter';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/payments')
export class AdminPaymentsController {
  constructor(
    private readonly readPayments: ReadPayments,
    private readonly previewPayment: PreviewPayment,
    private readonly validatePayment: ValidatePayment,
    private readonly rejectPayment: RejectPayment,
    private readonly returnSurplus: ReturnSurplus,
    private readonly money: MoneyPresenter,
    private readonly members: MemberDirectory,
  ) {}

  /** Newest first. */
  @RequirePermission('billing.payments-read')
  @Get()
  @ApiOkResponse({ type: AdminPaymentListDto })
  async list(@Query() query: PaymentsQuery): Promise<AdminPaymentListDto> {
    const { limit, status } = query;
    const payments = await this.readPayments.list({
      status,
      beforeId: idFromCursor(query.cursor),
      limit: limit + 1,
    });
    const page = payments.slice(0, limit);
    const names = await this.members.namesOf(page.map((payment) => payment.memberId));
    const counts = await this.readPayments.countByStatus();
    return {
      payments: page.map((payment) => presentAdminPayment(payment, names.get(payment.memberId))),
      counts: {
        pending: (counts.get('pending') ?? 0) + (counts.get('proof_sent') ?? 0),
        partial: counts.get('partial') ?? 0,
        validated: counts.get('validated') ?? 0,
        rejected: counts.get('rejected') ?? 0,
      },
      next_cursor: cursorOf(payments, limit),
    };
  }

  /** What validating would do; nothing is written. */
  @RequirePermission('billing.payments-read')
  @Get(':id/preview')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: PaymentPreviewDto })
  async preview(
    @CurrentMember() { memberId: readerId }: Identity,
    @Param('id', IdPipe) paymentId: Uuid,
  ): Promise<PaymentPreviewDto> {
    const previewed = await this.previewPayment.execute(paymentId);
    const { payment } = previewed;
    return presentPreview(previewed, await this.row(payment), await this.money.of(payment, readerId));
  }

  /** Payment, access and invoice in one step; the same number again answers the same. */
  @RequirePermission('billing.payments-validate')
  @Post(':id/validate')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: ValidatedPaymentDto })
  async validate(
    @CurrentMember() { memberId: adminId }: Identity,
    @Param('id', IdPipe) paymentId: Uuid,
    @Body() body: ValidatePaymentDto,
  ): Promise<ValidatedPaymentDto> {
    return presentValidated(
      await this.validatePayment.execute({
        ...{ paymentId, adminId },
        transactionNumber: body.transaction_number,
        receivedOn: body.received_on,
        amountCents: body.amount_cents,
        onDifference: body.on_difference,
        overrideReason: body.override_reason,
        original: body.original ?? null,
      }),
    );
  }

  /** Money above the price went back; no invoice changes. */
  @RequirePermission('billing.payments-validate')
  @Post(':id/surpluses/:surplus/return')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiParam({ name: 'surplus', format: 'uuid' })
  @ApiOkResponse({ type: PaymentMoneyDto })
  async giveBack(
    @CurrentMember() { memberId: adminId }: Identity,
    @Param('id', IdPipe) paymentId: Uuid,
    @Param('surplus', IdPipe) surplusId: Uuid,
    @Body() { transaction_number: transactionNumber, returned_on: returnedOn }: ReturnSurplusDto,
  ): Promise<PaymentMoneyDto> {
    await this.returnSurplus.execute({ paymentId, surplusId, adminId, transactionNumber, returnedOn });
    return this.money.of(await this.readPayments.find(paymentId), adminId);
  }

  @RequirePermission('billing.payments-validate')
  @Post(':id/reject')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: AdminPaymentRowDto })
  async reject(
    @CurrentMember() { memberId: adminId }: Identity,
    @Param('id', IdPipe) paymentId: Uuid,
    @Body() { reason }: RejectPaymentDto,
  ): Promise<AdminPaymentRowDto> {
    return this.row(await this.rejectPayment.execute({ paymentId, adminId, reason }));
  }

  private async row(payment: PaymentEntity): Promise<AdminPaymentRow> {
    const names = await this.members.namesOf([payment.memberId]);
    const [complete] = await this.readPayments.withInvoices([payment]);
    return presentAdminPayment(complete ?? { ...payment, invoiceId: null }, names.get(payment.memberId));
  }
}
