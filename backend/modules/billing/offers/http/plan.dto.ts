import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  priceModes,
  supplyKinds,
  type PlanList,
  type PlanPatch,
  type PlanView,
  type PlanWrite,
  type PriceMode,
  type SupplyKind,
} from '@calmness/contracts';
import { BilingualTextDto } from '../../http/bilingual-text.dto';

const code = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A million euros: above it somebody mistyped. */
const highestPriceCents = 100_000_000;

export class PlanFeaturesDto {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(12)
  @IsString({ each: true })
  @MaxLength(160, { each: true })
  fr!: string[];

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(12)
  @IsString({ each: true })
  @MaxLength(160, { each: true })
  en!: string[];
}

export class PlanDto implements PlanView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() plan_group!: string;
  @ApiProperty({ type: BilingualTextDto }) name!: BilingualTextDto;
  @ApiProperty({ type: BilingualTextDto }) description!: BilingualTextDto;
  @ApiProperty({ type: PlanFeaturesDto }) features!: PlanFeaturesDto;
  @ApiProperty() duration_months!: number;
  @ApiProperty({ description: 'in the price mode of the plan' }) price_cents!: number;
  @ApiProperty({ enum: priceModes }) price_mode!: PriceMode;
  @ApiProperty({ enum: supplyKinds }) supply_kind!: SupplyKind;
  @ApiProperty() training_exempt!: boolean;
  @ApiProperty({ enum: ['EUR'] }) currency!: 'EUR';
  @ApiProperty() vat_rate_code!: string;
  @ApiProperty() active!: boolean;
  @ApiProperty() position!: number;
  @ApiProperty() version!: number;
}
export class PlanListDto implements PlanList {
  @ApiProperty({ type: [PlanDto] }) plans!: PlanDto[];
}

export class PlanWriteDto implements PlanWrite {
  @ApiProperty({ pattern: code.source }) @IsString() @MaxLength(40) @Matches(code) code!: string;
  @ApiProperty({ pattern: code.source }) @IsString() @MaxLength(40) @Matches(code) plan_group!: string;

  @ApiProperty({ type: BilingualTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => BilingualTextDto)
  name!: BilingualTextDto;

  @ApiProperty({ type: BilingualTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => BilingualTextDto)
  description!: BilingualTextDto;

  @ApiProperty({ type: PlanFeaturesDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => PlanFeaturesDto)
  features!: PlanFeaturesDto;

  @ApiProperty({ minimum: 1, maximum: 120 }) @IsInt() @Min(1) @Max(120) duration_months!: number;
  @ApiProperty({ minimum: 1 }) @IsInt() @Min(1) @Max(highestPriceCents) price_cents!: number;
  @ApiPropertyOptional({ enum: priceModes, default: 'TTC' })
  @IsOptional()
  @IsIn(priceModes)
  price_mode?: PriceMode;

  @ApiPropertyOptional({ enum: supplyKinds, default: 'live' })
  @IsOptional()
  @IsIn(supplyKinds)
  supply_kind?: SupplyKind;

  @ApiPropertyOptional({ default: false }) @IsOptional() @IsBoolean() training_exempt?: boolean;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(40) vat_rate_code!: string;
  @ApiProperty() @IsBoolean() active!: boolean;
  @ApiProperty() @IsInt() @Min(0) @Max(10_000) position!: number;
}

export class PlanPatchDto implements PlanPatch {
  @ApiProperty({ description: 'the version that was read; another one answers 409' })
  @IsInt()
  @Min(1)
  version!: number;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) @Matches(code) plan_group?: string;

  @ApiPropertyOptional({ type: BilingualTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => BilingualTextDto)
  name?: BilingualTextDto;

  @ApiPropertyOptional({ type: BilingualTextDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => BilingualTextDto)
  description?: BilingualTextDto;

  @ApiPropertyOptional({ type: PlanFeaturesDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => PlanFeaturesDto)
  features?: PlanFeaturesDto;

  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(1) @Max(120) duration_months?: number;
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(1) @Max(highestPriceCents) price_cents?: number;
  @ApiPropertyOptional({ enum: priceModes }) @IsOptional() @IsIn(priceModes) price_mode?: PriceMode;
  @ApiPropertyOptional({ enum: supplyKinds }) @IsOptional() @IsIn(supplyKinds) supply_kind?: SupplyKind;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() training_exempt?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsString() @IsNotEmpty() @MaxLength(40) vat_rate_code?: string;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() active?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(0) @Max(10_000) position?: number;
}
