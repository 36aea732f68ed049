import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import {
  locales,
  type Locale,
  type RegisterRequest,
  type RegisterResponse,
  type ResendVerificationRequest,
  type VerifyEmailRequest,
  type VerifyEmailResponse,
} from '@calmness/contracts';
import { Trimmed } from '../../http/text-input';

export const nameMaxLength = 80;
export const emailMaxLength = 254;
export const passwordMaxLength = 200;

export class RegisterDto implements RegisterRequest {
  @ApiProperty({ format: 'email', maxLength: emailMaxLength })
  @Trimmed()
  @IsEmail()
  @MaxLength(emailMaxLength)
  email!: string;

  @ApiProperty({ description: '12 characters, or 8 of four classes', maxLength: passwordMaxLength })
  @IsString()
  @MaxLength(passwordMaxLength)
  password!: string;

  @ApiProperty({ maxLength: nameMaxLength })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(nameMaxLength)
  first_name!: string;

  @ApiProperty({ maxLength: nameMaxLength })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(nameMaxLength)
  last_name!: string;

  @ApiProperty({ enum: locales })
  @IsIn(locales)
  locale!: Locale;

  @ApiProperty({ description: 'as announced by GET /legal' })
  @IsString()
  @MaxLength(40)
  accepted_terms_version!: string;

  @ApiProperty({ enum: [true] })
  @IsBoolean()
  adult!: true;
}

export class RegisterResponseDto implements RegisterResponse {
  @ApiProperty({ enum: ['verification_sent'] }) status!: 'verification_sent';
}

export class VerifyEmailDto implements VerifyEmailRequest {
  @ApiProperty({ maxLength: 200 })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  token!: string;
}

export class VerifyEmailResponseDto implements VerifyEmailResponse {
  @ApiProperty({ enum: ['verified'] }) status!: 'verified';
}

export class ResendVerificationDto implements ResendVerificationRequest {
  @ApiProperty({ format: 'email', maxLength: emailMaxLength })
  @Trimmed()
  @IsEmail()
  @MaxLength(emailMaxLength)
  email!: string;
}
