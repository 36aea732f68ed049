import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { proofMaxBytes, proofMediaTypes } from '@calmness/contracts';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { Proofs } from '../application/proofs';
import { PaymentMoneyDto } from './money.dto';
import { MoneyPresenter } from './money.presenter';
import { ReadPayments } from '../application/read-payments';

/** The proof of a payment, sent as it is: the body is the file, eight megabytes at most. */
@ApiTags('billing')
@ApiBearerAuth()
@Controller('auth/user/payments')
export class PaymentProofController {
  constructor(
    private readonly proofs: Proofs,
    private readonly payments: ReadPayments,
    private readonly money: MoneyPresenter,
  ) {}

  /** Replaces the one before while nobody has decided. */
  @Post(':id/proof')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiConsumes(...proofMediaTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: PaymentMoneyDto })
  async send(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) paymentId: Uuid,
    @Body() bytes: unknown,
  ): Promise<PaymentMoneyDto> {
    await this.proofs.assertWanted(paymentId, memberId);
    if (!Buffer.isBuffer(bytes)) throw new DomainError('billing.proof-unreadable', {}, 'invalid');
    if (bytes.byteLength > proofMaxBytes)
      throw new DomainError('billing.proof-too-large', { max_bytes: proofMaxBytes }, 'too-large');
    await this.proofs.send(paymentId, memberId, bytes);
    return this.money.of(await this.payments.ofMember(paymentId, memberId), memberId);
  }
}
