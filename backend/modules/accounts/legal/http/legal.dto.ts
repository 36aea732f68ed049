import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  legalDocumentCodes,
  locales,
  type LegalDocumentCode,
  type LegalDocumentView,
  type LegalTermsView,
  type Locale,
} from '@calmness/contracts';

export class LegalLocaleQuery {
  @ApiPropertyOptional({ enum: locales, default: 'fr' })
  @IsOptional()
  @IsIn(locales)
  locale: Locale = 'fr';
}

export class LegalDocumentQuery extends LegalLocaleQuery {
  @ApiPropertyOptional({ type: Number, minimum: 1, description: 'the version in force when left out' })
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
}

export class LegalDocumentDto implements LegalDocumentView {
  @ApiProperty({ enum: legalDocumentCodes }) code!: LegalDocumentCode;
  @ApiProperty() version!: string;
  @ApiProperty({ enum: locales }) locale!: Locale;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Markdown' }) body!: string;
  @ApiProperty({ format: 'date-time' }) published_at!: string;
}

class LegalTitleDto {
  @ApiProperty({ enum: legalDocumentCodes }) code!: LegalDocumentCode;
  @ApiProperty() version!: string;
  @ApiProperty() title!: string;
}

export class LegalTermsDto implements LegalTermsView {
  @ApiProperty() accepted_terms_version!: string;
  @ApiProperty({ type: [LegalTitleDto] }) documents!: LegalTitleDto[];
}
