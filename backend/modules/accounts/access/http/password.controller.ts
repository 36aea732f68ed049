import { Body, Controller, HttpCode, HttpStatus, Post, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentMember, Public, type Identity } from '@calmness/platform/auth';
import { ChangePassword } from '../application/change-password';
import { RequestPasswordReset } from '../application/request-password-reset';
import { ResetPassword } from '../application/reset-password';
import { SecureAccount } from '../application/secure-account';
import {
  PasswordChangeDto,
  PasswordResetConfirmDto,
  PasswordResetDoneDto,
  PasswordResetRequestDto,
  PasswordResetRequestedDto,
} from './access.dto';

@ApiTags('accounts')
@Controller('auth')
export class PasswordController {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
    private readonly changePassword: ChangePassword,
    private readonly secureAccount: SecureAccount,
  ) {}

  /** The same answer whether or not the address is known. */
  @Public()
  @Post('password-reset/request')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: PasswordResetRequestedDto })
  async request(
    @Body() { email }: PasswordResetRequestDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<PasswordResetRequestedDto> {
    await this.requestReset.execute({ email, address: ip });
    return { status: 'sent' };
  }

  /** Every session of the member ends. */
  @Public()
  @Post('password-reset/confirm')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: PasswordResetDoneDto })
  async confirm(@Body() { token, password }: PasswordResetConfirmDto): Promise<PasswordResetDoneDto> {
    await this.resetPassword.execute(token, password);
    return { status: 'changed' };
  }

  /** Every other session ends. */
  @Post('user/password')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiBearerAuth()
  @ApiNoContentResponse()
  async change(
    @CurrentMember() { memberId, sessionId }: Identity,
    @Body() body: PasswordChangeDto,
  ): Promise<void> {
    const { current_password: current, new_password: chosen } = body;
    await this.changePassword.execute({ memberId, sessionId, current, chosen });
  }

  /** Ends every session, this one too; the way back in goes by mail. */
  @Post('user/secure-account')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiBearerAuth()
  @ApiNoContentResponse()
  async secure(@CurrentMember() { memberId }: Identity): Promise<void> {
    await this.secureAccount.execute(memberId);
  }
}
