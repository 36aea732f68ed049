import { Body, Controller, HttpCode, HttpStatus, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '@calmness/platform/auth';
import { addDays } from '@calmness/platform/clock';
import { ConfirmCancellation } from '../application/confirm-cancellation';
import { SubmitRequest } from '../application/submit-request';
import type { ContractRequestEntity } from '../persistence/contract-request.entity';
import {
  CancellationConfirmedDto,
  CancellationRequestDto,
  ConfirmCancellationDto,
  ContractRequestReceiptDto,
  WithdrawalRequestDto,
} from './requests.dto';

/** What the law wants within everybody's reach, without an account (C. conso. L215-1-1, L221-18). */
@ApiTags('billing, public')
@Controller()
export class RequestsController {
  constructor(
    private readonly submit: SubmitRequest,
    private readonly confirm: ConfirmCancellation,
  ) {}

  /** The same answer whoever asks; an acknowledgement goes to the address. */
  @Public()
  @Post('resiliation')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: ContractRequestReceiptDto })
  async cancellation(
    @Body() body: CancellationRequestDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<ContractRequestReceiptDto> {
    const { name, email, contract_reference, comment, locale = 'fr' } = body;
    const asker = { name, email, contractReference: contract_reference ?? '', comment: comment ?? '' };
    const more = { reason: body.reason_code, effectiveOn: body.effective_on };
    return receipt(await this.submit.execute({ kind: 'cancellation', asker, locale, address: ip, ...more }));
  }

  /** The link of the acknowledgement; it works once. */
  @Public()
  @Post('resiliation/confirm')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: CancellationConfirmedDto })
  async confirmed(@Body() { token }: ConfirmCancellationDto): Promise<CancellationConfirmedDto> {
    const { planName, endsOn } = await this.confirm.execute(token);
    return { plan_name: planName, last_day_included: addDays(endsOn, -1) };
  }

  /** The same answer whoever asks; an acknowledgement with its date and time goes to the address. */
  @Public()
  @Post('retractation')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: ContractRequestReceiptDto })
  async withdrawal(
    @Body() body: WithdrawalRequestDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<ContractRequestReceiptDto> {
    const { name, email, order_reference, comment, locale = 'fr' } = body;
    const asker = { name, email, contractReference: order_reference, comment: comment ?? '' };
    return receipt(await this.submit.execute({ kind: 'withdrawal', asker, locale, address: ip }));
  }
}

function receipt({ reference, receivedAt }: ContractRequestEntity): ContractRequestReceiptDto {
  return { reference, received_at: receivedAt.toISOString() };
}
