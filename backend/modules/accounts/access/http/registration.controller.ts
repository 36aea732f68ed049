import { Body, Controller, HttpCode, HttpStatus, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public, RequireFlag } from '@calmness/platform/auth';
import { RegisterMember } from '../application/register-member';
import { ResendVerification } from '../application/resend-verification';
import { VerifyEmail } from '../application/verify-email';
import {
  RegisterDto,
  RegisterResponseDto,
  ResendVerificationDto,
  VerifyEmailDto,
  VerifyEmailResponseDto,
} from './registration.dto';

@ApiTags('accounts')
@Controller('auth')
export class RegistrationController {
  constructor(
    private readonly registerMember: RegisterMember,
    private readonly verify: VerifyEmail,
    private readonly resend: ResendVerification,
  ) {}

  /** The same answer whether or not the address is known. */
  @Public()
  @RequireFlag('registration')
  @Post('register')
  @ApiCreatedResponse({ type: RegisterResponseDto })
  async register(@Body() body: RegisterDto, @Req() { ip }: FastifyRequest): Promise<RegisterResponseDto> {
    await this.registerMember.execute({
      email: body.email,
      password: body.password,
      firstName: body.first_name,
      lastName: body.last_name,
      locale: body.locale,
      acceptedTermsVersion: body.accepted_terms_version,
      adult: body.adult,
      address: ip,
    });
    return { status: 'verification_sent' };
  }

  @Public()
  @Post('verify-email')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: VerifyEmailResponseDto })
  async verifyEmail(@Body() body: VerifyEmailDto): Promise<VerifyEmailResponseDto> {
    await this.verify.execute(body.token);
    return { status: 'verified' };
  }

  /** Always the same answer; at most one mail a minute. */
  @Public()
  @Post('resend-verification')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: RegisterResponseDto })
  async resendVerification(@Body() body: ResendVerificationDto): Promise<RegisterResponseDto> {
    await this.resend.execute(body.email);
    return { status: 'verification_sent' };
  }
}
