import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsPhoneNumber, IsString, Matches } from 'class-validator';
import {
  channelOffReasons,
  externalAccountStates,
  whatsAppOptInVersion,
  type ChannelOffReason,
  type ConnectionsView,
  type DiscordConnect,
  type DiscordConnection,
  type ExternalAccountState,
  type LinkedAccountView,
  type TelegramConnection,
  type TelegramLink,
  type WhatsAppCode,
  type WhatsAppCodeRequest,
  type WhatsAppCodeSent,
  type WhatsAppConnection,
} from '@calmness/contracts';
import { PhoneInput, Trimmed } from '../../http/text-input';

class LinkedAccountDto implements LinkedAccountView {
  @ApiProperty({ type: String, nullable: true }) username!: string | null;
  @ApiProperty({ format: 'date-time' }) linked_at!: string;
  @ApiProperty({ enum: externalAccountStates }) state!: ExternalAccountState;
}
class PendingLinkDto {
  @ApiProperty({ format: 'date-time' }) expires_at!: string;
}
class PendingCodeDto {
  @ApiProperty({ description: 'E.164' }) number!: string;
  @ApiProperty({ format: 'date-time' }) expires_at!: string;
  @ApiProperty() attempts_left!: number;
}
class TelegramConnectionDto implements TelegramConnection {
  @ApiProperty({ enum: channelOffReasons, nullable: true }) off_because!: ChannelOffReason | null;
  @ApiProperty({ type: LinkedAccountDto, nullable: true }) account!: LinkedAccountDto | null;
  @ApiProperty({ type: PendingLinkDto, nullable: true }) pending!: PendingLinkDto | null;
  @ApiProperty({ description: 'the last link was opened with the account of another member' })
  taken!: boolean;
}
class DiscordConnectionDto implements DiscordConnection {
  @ApiProperty({ enum: channelOffReasons, nullable: true }) off_because!: ChannelOffReason | null;
  @ApiProperty({ type: LinkedAccountDto, nullable: true }) account!: LinkedAccountDto | null;
}
class WhatsAppConnectionDto implements WhatsAppConnection {
  @ApiProperty({ enum: channelOffReasons, nullable: true }) off_because!: ChannelOffReason | null;
  @ApiProperty({ type: String, nullable: true, description: 'E.164' }) number!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) verified_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) opted_in_at!: string | null;
  @ApiProperty({ type: PendingCodeDto, nullable: true }) pending!: PendingCodeDto | null;
}
export class ConnectionsDto implements ConnectionsView {
  @ApiProperty({ type: TelegramConnectionDto }) telegram!: TelegramConnectionDto;
  @ApiProperty({ type: DiscordConnectionDto }) discord!: DiscordConnectionDto;
  @ApiProperty({ type: WhatsAppConnectionDto }) whatsapp!: WhatsAppConnectionDto;
}

export class TelegramLinkDto implements TelegramLink {
  @ApiProperty() url!: string;
  @ApiProperty({ description: 'a whole <svg> element' }) qr_svg!: string;
  @ApiProperty({ format: 'date-time' }) expires_at!: string;
  @ApiProperty({ description: 'seconds from now' }) expires_in!: number;
}
export class DiscordConnectDto implements DiscordConnect {
  @ApiProperty() authorize_url!: string;
}

export class WhatsAppCodeRequestDto implements WhatsAppCodeRequest {
  @ApiProperty({ description: 'E.164' })
  @PhoneInput()
  @IsPhoneNumber()
  number!: string;

  @ApiProperty({ enum: [whatsAppOptInVersion], description: 'the wording the member agreed to' })
  @IsIn([whatsAppOptInVersion])
  opt_in_version!: number;
}
export class WhatsAppCodeSentDto implements WhatsAppCodeSent {
  @ApiProperty({ format: 'date-time' }) expires_at!: string;
}
export class WhatsAppCodeDto implements WhatsAppCode {
  @ApiProperty({ description: 'six digits' })
  @Trimmed()
  @IsString()
  @Matches(/^\d{3}\s?\d{3}$/)
  code!: string;
}
