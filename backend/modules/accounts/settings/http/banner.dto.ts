import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import {
  bannerSeverities,
  type BannerSeverity,
  type BannerText,
  type BannerView,
  type BannerWrite,
  type BilingualText,
  type PublicBannerView,
} from '@calmness/contracts';
import { Trimmed } from '../../http/text-input';

const textMaxLength = 300;

class BannerWordsDto implements BilingualText {
  @ApiProperty({ maxLength: textMaxLength })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(textMaxLength)
  fr!: string;

  @ApiProperty({ maxLength: textMaxLength })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(textMaxLength)
  en!: string;
}

class BannerTextDto implements BannerText {
  @ApiProperty({ type: BannerWordsDto })
  @ValidateNested()
  @Type(() => BannerWordsDto)
  text!: BannerWordsDto;

  @ApiProperty({ enum: bannerSeverities })
  @IsIn(bannerSeverities)
  severity!: BannerSeverity;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @IsISO8601({ strict: true })
  until!: string | null;
}

export class BannerWriteDto extends BannerTextDto implements BannerWrite {
  @ApiProperty({ description: 'the version that was read' }) @IsInt() @Min(0) version!: number;
}

export class BannerVersionQuery {
  @ApiProperty({ description: 'the version that was read' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  version!: number;
}

export class BannerDto implements BannerView {
  @ApiProperty({ type: BannerTextDto, nullable: true }) banner!: BannerTextDto | null;
  @ApiProperty() version!: number;
}

class ShownBannerDto extends BannerTextDto {
  @ApiProperty({ description: 'tells a new text from one that was dismissed' }) version!: number;
}

export class PublicBannerDto implements PublicBannerView {
  @ApiProperty({ type: ShownBannerDto, nullable: true }) banner!: ShownBannerDto | null;
}
