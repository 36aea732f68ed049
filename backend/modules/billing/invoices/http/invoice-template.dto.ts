import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBase64, IsIn, IsInt, IsOptional, IsString, MaxLength, Min, ValidateIf } from 'class-validator';
import {
  invoiceAccents,
  type InvoiceAccent,
  type InvoiceTemplatePreview,
  type InvoiceTemplatePreviewRequest,
  type InvoiceTemplateView,
  type InvoiceTemplateWrite,
} from '@calmness/contracts';
import { Trimmed } from '../../http/bilingual-text.dto';

const UnlessNull = (): PropertyDecorator => ValidateIf((_object, value) => value !== null);
/** Half a megabyte of picture, in base64. */
const longestLogo = 700_000;

export class InvoiceTemplatePreviewRequestDto implements InvoiceTemplatePreviewRequest {
  @ApiProperty({ enum: invoiceAccents }) @IsIn(invoiceAccents) accent!: InvoiceAccent;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @MaxLength(120)
  footer_text!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @UnlessNull()
  @Trimmed()
  @IsString()
  @MaxLength(240)
  thank_you!: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'a picture in base64; absent keeps the logo, null takes it off',
  })
  @IsOptional()
  @IsBase64()
  @MaxLength(longestLogo)
  logo?: string | null;
}

export class InvoiceTemplateWriteDto
  extends InvoiceTemplatePreviewRequestDto
  implements InvoiceTemplateWrite
{
  @ApiProperty() @IsInt() @Min(0) version!: number;
}
export class InvoiceTemplatePreviewDto implements InvoiceTemplatePreview {
  @ApiProperty({ type: String, nullable: true }) html!: string | null;
}

export class InvoiceTemplateDto implements InvoiceTemplateView {
  @ApiProperty({ description: '0 while nothing was ever chosen' }) version!: number;
  @ApiProperty({ enum: invoiceAccents }) accent!: InvoiceAccent;
  @ApiProperty({ type: String, nullable: true }) footer_text!: string | null;
  @ApiProperty({ type: String, nullable: true }) thank_you!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'signed for this reader, five minutes' })
  logo_url!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) created_at!: string | null;
}
