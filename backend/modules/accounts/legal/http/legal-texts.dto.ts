import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import {
  legalDocumentCodes,
  type LegalDocumentCode,
  type LegalTextVersion,
  type LegalTextVersionList,
  type PublishLegalTextRequest,
} from '@calmness/contracts';
import { Trimmed } from '../../http/text-input';

const titleMaxLength = 120;
const bodyMaxLength = 100_000;

class LegalTextWriteDto {
  @ApiProperty({ maxLength: titleMaxLength })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(titleMaxLength)
  title!: string;

  @ApiProperty({ maxLength: bodyMaxLength, description: 'Markdown' })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(bodyMaxLength)
  body!: string;
}

export class PublishLegalTextDto implements PublishLegalTextRequest {
  @ApiProperty({ enum: legalDocumentCodes }) @IsIn(legalDocumentCodes) code!: LegalDocumentCode;

  @ApiProperty({ description: 'the version the writer started from' })
  @Matches(/^\d{1,6}$/)
  base_version!: string;

  @ApiProperty({ type: LegalTextWriteDto })
  @ValidateNested()
  @Type(() => LegalTextWriteDto)
  fr!: LegalTextWriteDto;

  @ApiProperty({ type: LegalTextWriteDto })
  @ValidateNested()
  @Type(() => LegalTextWriteDto)
  en!: LegalTextWriteDto;
}

class LegalTitlesDto {
  @ApiProperty() fr!: string;
  @ApiProperty() en!: string;
}

class LegalTextVersionDto implements LegalTextVersion {
  @ApiProperty({ enum: legalDocumentCodes }) code!: LegalDocumentCode;
  @ApiProperty() version!: string;
  @ApiProperty({ format: 'date-time' }) published_at!: string;
  @ApiProperty({ type: LegalTitlesDto }) titles!: LegalTitlesDto;
}

export class LegalTextVersionListDto implements LegalTextVersionList {
  @ApiProperty({ type: [LegalTextVersionDto] }) versions!: LegalTextVersionDto[];
}
