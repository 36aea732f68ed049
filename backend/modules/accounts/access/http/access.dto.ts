import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, Length, MaxLength, MinLength } from 'class-validator';
import {
  deviceKinds,
  type DeviceKind,
  type EmailChangeConfirm,
  type EmailChangeConfirmed,
  type EmailChangeRequest,
  type EmailChangeRequested,
  type EmailChangeState,
  type OneTimeCode,
  type PasswordAndCode,
  type PasswordChange,
  type PasswordProof,
  type PasswordResetConfirm,
  type PasswordResetDone,
  type PasswordResetRequest,
  type PasswordResetRequested,
  type PendingEmailChange,
  type RecoveryCodes,
  type SessionList,
  type SessionView,
  type TwoFactorSetup,
  type TwoFactorState,
} from '@calmness/contracts';
import { Trimmed } from '../../http/text-input';
import { emailMaxLength, passwordMaxLength } from './registration.dto';

const tokenMaxLength = 200;
const codeMaxLength = 40;

export class PasswordResetRequestDto implements PasswordResetRequest {
  @ApiProperty({ format: 'email', maxLength: emailMaxLength })
  @Trimmed()
  @IsEmail()
  @MaxLength(emailMaxLength)
  email!: string;
}
export class PasswordResetRequestedDto implements PasswordResetRequested {
  @ApiProperty({ enum: ['sent'] }) status!: 'sent';
}
export class PasswordResetConfirmDto implements PasswordResetConfirm {
  @ApiProperty({ maxLength: tokenMaxLength }) @IsString() @Length(1, tokenMaxLength) token!: string;
  @ApiProperty({ maxLength: passwordMaxLength })
  @IsString()
  @MinLength(1)
  @MaxLength(passwordMaxLength)
  password!: string;
}
export class PasswordResetDoneDto implements PasswordResetDone {
  @ApiProperty({ enum: ['changed'] }) status!: 'changed';
}
export class PasswordChangeDto implements PasswordChange {
  @ApiProperty({ maxLength: passwordMaxLength })
  @IsString()
  @MinLength(1)
  @MaxLength(passwordMaxLength)
  current_password!: string;

  @ApiProperty({ maxLength: passwordMaxLength })
  @IsString()
  @MinLength(1)
  @MaxLength(passwordMaxLength)
  new_password!: string;
}

class PlaceDto {
  @ApiProperty({ type: String, nullable: true, description: 'ISO 3166-1 alpha-2' }) country!: string | null;
}
class SessionViewDto implements SessionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: deviceKinds }) device!: DeviceKind;
  @ApiProperty({ type: String, nullable: true }) browser!: string | null;
  @ApiProperty({ type: String, nullable: true }) system!: string | null;
  @ApiProperty({ type: PlaceDto }) place!: PlaceDto;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ format: 'date-time' }) last_seen_at!: string;
  @ApiProperty() current!: boolean;
}
export class SessionListDto implements SessionList {
  @ApiProperty({ type: [SessionViewDto] }) sessions!: SessionViewDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: null;
}

export class TwoFactorStateDto implements TwoFactorState {
  @ApiProperty() enabled!: boolean;
  @ApiProperty() compulsory!: boolean;
  @ApiProperty() recovery_codes_left!: number;
}
export class PasswordProofDto implements PasswordProof {
  @ApiProperty({ maxLength: passwordMaxLength })
  @IsString()
  @MinLength(1)
  @MaxLength(passwordMaxLength)
  password!: string;
}
export class TwoFactorSetupDto implements TwoFactorSetup {
  @ApiProperty() secret!: string;
  @ApiProperty() otpauth_url!: string;
  @ApiProperty() qr_svg!: string;
}
export class OneTimeCodeDto implements OneTimeCode {
  @ApiProperty({ maxLength: codeMaxLength }) @IsString() @Length(1, codeMaxLength) otp!: string;
}
export class PasswordAndCodeDto extends PasswordProofDto implements PasswordAndCode {
  @ApiProperty({ maxLength: codeMaxLength }) @IsString() @Length(1, codeMaxLength) otp!: string;
}
export class RecoveryCodesDto implements RecoveryCodes {
  @ApiProperty({ type: [String] }) recovery_codes!: string[];
}

export class EmailChangeRequestDto extends PasswordProofDto implements EmailChangeRequest {
  @ApiProperty({ format: 'email', maxLength: emailMaxLength })
  @Trimmed()
  @IsEmail()
  @MaxLength(emailMaxLength)
  email!: string;
}
export class EmailChangeRequestedDto implements EmailChangeRequested {
  @ApiProperty({ enum: ['sent'] }) status!: 'sent';
}
class PendingEmailChangeDto implements PendingEmailChange {
  @ApiProperty({ format: 'email' }) new_email!: string;
  @ApiProperty({ format: 'date-time' }) requested_at!: string;
  @ApiProperty({ format: 'date-time' }) expires_at!: string;
  @ApiProperty() old_confirmed!: boolean;
  @ApiProperty() new_confirmed!: boolean;
}
export class EmailChangeStateDto implements EmailChangeState {
  @ApiProperty({ type: PendingEmailChangeDto, nullable: true }) pending!: PendingEmailChangeDto | null;
}
export class EmailChangeConfirmDto implements EmailChangeConfirm {
  @ApiProperty({ maxLength: tokenMaxLength }) @IsString() @Length(1, tokenMaxLength) token!: string;
}
export class EmailChangeConfirmedDto implements EmailChangeConfirmed {
  @ApiProperty({ enum: ['waiting_for_other_address', 'changed'] })
  status!: EmailChangeConfirmed['status'];
}
