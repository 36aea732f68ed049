import { Body, Controller, Delete, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { GiveUpWhatsApp } from '../application/give-up-whatsapp';
import { RequestWhatsAppCode } from '../application/request-whatsapp-code';
import { VerifyWhatsApp } from '../application/verify-whatsapp';
import { WhatsAppCodeDto, WhatsAppCodeRequestDto, WhatsAppCodeSentDto } from './linking.dto';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('auth/user/whatsapp')
export class WhatsAppController {
  constructor(
    private readonly requestCode: RequestWhatsAppCode,
    private readonly verifyWhatsApp: VerifyWhatsApp,
    private readonly giveUp: GiveUpWhatsApp,
  ) {}

  /** Notes the number and the consent, and sends a code there. */
  @Post('code')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: WhatsAppCodeSentDto })
  async code(
    @CurrentMember() { memberId }: Identity,
    @Body() { number, opt_in_version: optInVersion }: WhatsAppCodeRequestDto,
  ): Promise<WhatsAppCodeSentDto> {
    const expiresAt = await this.requestCode.execute({ memberId, number, optInVersion });
    return { expires_at: expiresAt.toISOString() };
  }

  @Post('verify')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async verify(@CurrentMember() { memberId }: Identity, @Body() { code }: WhatsAppCodeDto): Promise<void> {
    await this.verifyWhatsApp.execute(memberId, code);
  }

  /** No more messages there; the number stays in the profile. */
  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async end(@CurrentMember() { memberId }: Identity): Promise<void> {
    await this.giveUp.execute(memberId);
  }
}
