import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsInt, IsOptional, IsUUID } from 'class-validator';

/** The parts of an update the house listens to; everything else is left out. */
export class TelegramUpdateDto {
  @ApiProperty() @IsInt() update_id!: number;
  @ApiPropertyOptional({ type: Object }) @Allow() message?: object;
  @ApiPropertyOptional({ type: Object }) @Allow() my_chat_member?: object;
  @ApiPropertyOptional({ type: Object }) @Allow() chat_member?: object;
  @ApiPropertyOptional({ type: Object }) @Allow() chat_join_request?: object;
}

export class TwilioStatusQuery {
  /** The delivery the message was sent for. */
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() delivery?: string;
}
