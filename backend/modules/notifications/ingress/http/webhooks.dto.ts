import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export class TwilioStatusQuery {
  /** The delivery the message was sent for. */
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() delivery?: string;
}
