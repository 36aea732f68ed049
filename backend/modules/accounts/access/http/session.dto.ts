import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import {
  legalDocumentCodes,
  locales,
  permissions,
  roles,
  type AccessGrant,
  type CurrentUser,
  type Flag,
  type LegalDocumentCode,
  type Locale,
  type LoginRequest,
  type Permission,
  type Role,
  type TermsToAccept,
} from '@calmness/contracts';
import { emailMaxLength, passwordMaxLength } from './registration.dto';
import { Trimmed } from '../../http/text-input';
import { flagStatesSchema } from '../../settings/http/flags.dto';
import { AppearanceDto } from '../../settings/http/settings.dto';

export class LoginDto implements LoginRequest {
  @ApiProperty({ format: 'email', maxLength: emailMaxLength })
  @Trimmed()
  @IsEmail()
  @MaxLength(emailMaxLength)
  email!: string;

  @ApiProperty({ maxLength: passwordMaxLength })
  @IsString()
  @MinLength(1)
  @MaxLength(passwordMaxLength)
  password!: string;

  @ApiPropertyOptional({ description: 'six digits of the app, or a recovery code' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  otp?: string;
}

class TermsToAcceptDto implements TermsToAccept {
  @ApiProperty({ enum: legalDocumentCodes }) code!: LegalDocumentCode;
  @ApiProperty() version!: string;
}

export class CurrentUserDto implements CurrentUser {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'email' }) email!: string;
  @ApiProperty() first_name!: string;
  @ApiProperty() last_name!: string;
  @ApiProperty({ enum: locales }) locale!: Locale;
  @ApiProperty() timezone!: string;
  @ApiProperty({ enum: roles, isArray: true }) roles!: Role[];
  @ApiProperty({ enum: permissions, isArray: true }) permissions!: Permission[];
  @ApiProperty() is_verified!: boolean;
  @ApiProperty() has_complete_profile!: boolean;
  @ApiProperty() can_make_payment!: boolean;
  @ApiProperty() initials!: string;
  @ApiProperty({ type: String, nullable: true }) avatar_url!: string | null;
  @ApiProperty({ type: [TermsToAcceptDto] }) terms_to_accept!: TermsToAcceptDto[];
  @ApiProperty(flagStatesSchema) flags!: Record<Flag, boolean>;
  @ApiProperty({ type: AppearanceDto, nullable: true }) appearance!: AppearanceDto | null;
}

export class AccessGrantDto implements AccessGrant {
  @ApiProperty() access_token!: string;
  @ApiProperty({ description: 'seconds' }) expires_in!: number;
  @ApiProperty({ type: CurrentUserDto }) user!: CurrentUserDto;
}
