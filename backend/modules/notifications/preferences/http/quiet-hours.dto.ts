import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { QuietHoursText, QuietHoursView, QuietHoursWrite } from '@calmness/contracts';

const hour = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

class QuietHoursTextDto implements QuietHoursText {
  @ApiProperty({ pattern: hour.source, description: 'in the member’s zone' }) @Matches(hour) from!: string;
  @ApiProperty({ pattern: hour.source, description: 'earlier than `from` when the night is between them' })
  @Matches(hour)
  to!: string;
  @ApiProperty({ type: [Number], description: 'ISO weekdays on which it begins, Monday is 1' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  days!: number[];
}

export class QuietHoursWriteDto implements QuietHoursWrite {
  @ApiProperty({ type: QuietHoursTextDto, nullable: true, description: 'null ends the silence' })
  @ValidateIf((_body, value) => value !== null)
  @IsDefined()
  @ValidateNested()
  @Type(() => QuietHoursTextDto)
  quiet_hours!: QuietHoursTextDto | null;
}

export class QuietHoursDto implements QuietHoursView {
  @ApiProperty({ type: QuietHoursTextDto, nullable: true }) quiet_hours!: QuietHoursTextDto | null;
  @ApiProperty({ description: 'IANA' }) timezone!: string;
}
