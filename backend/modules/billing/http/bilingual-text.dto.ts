import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { BilingualText } from '@calmness/contracts';

/** Text as typed, without the spaces around it. */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class BilingualTextDto implements BilingualText {
  @ApiProperty({ maxLength: 1_000 }) @Trimmed() @IsString() @IsNotEmpty() @MaxLength(1_000) fr!: string;
  @ApiProperty({ maxLength: 1_000 }) @Trimmed() @IsString() @IsNotEmpty() @MaxLength(1_000) en!: string;
}
