import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember, Public, type Identity } from '@calmness/platform/auth';
import { CancelEmailChange } from '../application/cancel-email-change';
import { ConfirmEmailChange } from '../application/confirm-email-change';
import { ReadEmailChange } from '../application/read-email-change';
import { RequestEmailChange } from '../application/request-email-change';
import {
  EmailChangeConfirmDto,
  EmailChangeConfirmedDto,
  EmailChangeRequestDto,
  EmailChangeRequestedDto,
  EmailChangeStateDto,
} from './access.dto';
import { presentEmailChange } from './access.presenter';

@ApiTags('accounts')
@Controller('auth')
export class EmailChangeController {
  constructor(
    private readonly readChange: ReadEmailChange,
    private readonly requestChange: RequestEmailChange,
    private readonly cancelChange: CancelEmailChange,
    private readonly confirmChange: ConfirmEmailChange,
  ) {}

  @Get('user/email-change')
  @ApiBearerAuth()
  @ApiOkResponse({ type: EmailChangeStateDto })
  async read(@CurrentMember() { memberId }: Identity): Promise<EmailChangeStateDto> {
    const change = await this.readChange.execute(memberId);
    return { pending: change ? presentEmailChange(change) : null };
  }

  /** The same answer whether or not the address is taken. */
  @Post('user/email-change')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiBearerAuth()
  @ApiAcceptedResponse({ type: EmailChangeRequestedDto })
  async request(
    @CurrentMember() { memberId }: Identity,
    @Body() { email, password }: EmailChangeRequestDto,
  ): Promise<EmailChangeRequestedDto> {
    await this.requestChange.execute({ memberId, email, password });
    return { status: 'sent' };
  }

  @Delete('user/email-change')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiBearerAuth()
  @ApiNoContentResponse()
  async cancel(@CurrentMember() { memberId }: Identity): Promise<void> {
    await this.cancelChange.execute(memberId);
  }

  /** The link of either mail; with the second one the address changes and every session ends. */
  @Public()
  @Post('email-change/confirm')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: EmailChangeConfirmedDto })
  async confirm(@Body() { token }: EmailChangeConfirmDto): Promise<EmailChangeConfirmedDto> {
    const complete = await this.confirmChange.execute(token);
    return { status: complete ? 'changed' : 'waiting_for_other_address' };
  }
}
