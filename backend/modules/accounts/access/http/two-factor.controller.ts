import { Body, Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BeforeTwoFactor, CurrentMember, OwnerOnly, type Identity } from '@calmness/platform/auth';
import { DisableTwoFactor } from '../application/disable-two-factor';
import { EnableTwoFactor } from '../application/enable-two-factor';
import { ReadTwoFactor } from '../application/read-two-factor';
import { RenewRecoveryCodes } from '../application/renew-recovery-codes';
import { SetUpTwoFactor } from '../application/set-up-two-factor';
import {
  OneTimeCodeDto,
  PasswordAndCodeDto,
  PasswordProofDto,
  RecoveryCodesDto,
  TwoFactorSetupDto,
  TwoFactorStateDto,
} from './access.dto';

@ApiTags('accounts')
@ApiBearerAuth()
@OwnerOnly()
@BeforeTwoFactor()
@Controller('auth/two-factor')
export class TwoFactorController {
  constructor(
    private readonly read: ReadTwoFactor,
    private readonly setUp: SetUpTwoFactor,
    private readonly enable: EnableTwoFactor,
    private readonly disable: DisableTwoFactor,
    private readonly renew: RenewRecoveryCodes,
  ) {}

  @Get()
  @ApiOkResponse({ type: TwoFactorStateDto })
  async state(@CurrentMember() { memberId, roles }: Identity): Promise<TwoFactorStateDto> {
    const { enabled, compulsory, recoveryCodesLeft } = await this.read.execute(memberId, roles);
    return { enabled, compulsory, recovery_codes_left: recoveryCodesLeft };
  }

  /** Shows a secret; nothing changes before a code of it comes back. */
  @Post('setup')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: TwoFactorSetupDto })
  async show(
    @CurrentMember() { memberId }: Identity,
    @Body() { password }: PasswordProofDto,
  ): Promise<TwoFactorSetupDto> {
    const { secret, otpauthUrl, qrSvg } = await this.setUp.execute(memberId, password);
    return { secret, otpauth_url: otpauthUrl, qr_svg: qrSvg };
  }

  @Post('enable')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: RecoveryCodesDto })
  async switchOn(
    @CurrentMember() { memberId, sessionId }: Identity,
    @Body() { otp }: OneTimeCodeDto,
  ): Promise<RecoveryCodesDto> {
    return { recovery_codes: await this.enable.execute(memberId, sessionId, otp) };
  }

  @Post('disable')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async switchOff(
    @CurrentMember() { memberId }: Identity,
    @Body() { password, otp }: PasswordAndCodeDto,
  ): Promise<void> {
    await this.disable.execute(memberId, { password, otp });
  }

  @Post('recovery-codes')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: RecoveryCodesDto })
  async newCodes(
    @CurrentMember() { memberId }: Identity,
    @Body() { password, otp }: PasswordAndCodeDto,
  ): Promise<RecoveryCodesDto> {
    return { recovery_codes: await this.renew.execute(memberId, { password, otp }) };
  }
}
