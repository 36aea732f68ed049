import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type {
  PasskeyChallenge,
  PasskeyList,
  PasskeyLogin,
  PasskeyRegistration,
  PasskeyRename,
  PasskeyView,
} from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { Trimmed } from '../../http/text-input';

const nameMaxLength = 60;
const deviceTypes = ['singleDevice', 'multiDevice'] as const;

export class PasskeyRenameDto implements PasskeyRename {
  @ApiProperty({ maxLength: nameMaxLength })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(nameMaxLength)
  name!: string;
}

export class PasskeyLoginDto implements PasskeyLogin {
  @ApiProperty({ format: 'uuid' }) @IsUUID() challenge_id!: Uuid;

  @ApiProperty({ type: Object, description: 'what `navigator.credentials` answered, in JSON form' })
  @IsObject()
  response!: Record<string, unknown>;
}

export class PasskeyRegistrationDto extends PasskeyLoginDto implements PasskeyRegistration {
  @ApiProperty({ maxLength: nameMaxLength })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(nameMaxLength)
  name!: string;
}

export class PasskeyChallengeDto implements PasskeyChallenge {
  @ApiProperty({ format: 'uuid' }) challenge_id!: string;
  @ApiProperty({ type: Object, description: 'for `navigator.credentials`; good for five minutes' })
  options!: Record<string, unknown>;
}

class PasskeyDto implements PasskeyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) last_used_at!: string | null;
  @ApiProperty({ enum: deviceTypes }) device_type!: PasskeyView['device_type'];
  @ApiProperty({ description: 'the device keeps a copy elsewhere' }) backed_up!: boolean;
}

export class PasskeyListDto implements PasskeyList {
  @ApiProperty({ type: [PasskeyDto] }) passkeys!: PasskeyDto[];
}
