import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsPhoneNumber,
  IsString,
  IsTimeZone,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import {
  ageRanges,
  completionSteps,
  countryCodes,
  eligibilityFields,
  genders,
  locales,
  preferredAssetCodes,
  riskTolerances,
  tradingExperiences,
  type AgeRange,
  type CompletionStep,
  type CompletionView,
  type EligibilityField,
  type Gender,
  type Locale,
  type PaymentEligibilityView,
  type PreferredAsset,
  type ProfilePatch,
  type ProfileView,
  type RiskTolerance,
  type TradingExperience,
} from '@calmness/contracts';
import { nameMaxLength } from '../../access/http/registration.dto';
import { Clearable, IfPresent, PhoneInput, Trimmed } from '../../http/text-input';

const handleMaxLength = 64;

export class ProfilePatchDto implements ProfilePatch {
  @ApiPropertyOptional({ maxLength: nameMaxLength })
  @Trimmed()
  @IfPresent()
  @IsString()
  @MinLength(1)
  @MaxLength(nameMaxLength)
  first_name?: string;

  @ApiPropertyOptional({ maxLength: nameMaxLength })
  @Trimmed()
  @IfPresent()
  @IsString()
  @MinLength(1)
  @MaxLength(nameMaxLength)
  last_name?: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'E.164' })
  @PhoneInput()
  @IsOptional()
  @IsPhoneNumber()
  phone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @Clearable()
  @IsOptional()
  @IsString()
  @MaxLength(handleMaxLength)
  telegram_username?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'without #1234' })
  @Clearable()
  @IsOptional()
  @IsString()
  @MaxLength(handleMaxLength)
  discord_username?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'E.164' })
  @PhoneInput()
  @IsOptional()
  @IsPhoneNumber()
  whatsapp_number?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'ISO 3166-1 alpha-2' })
  @Clearable()
  @IsOptional()
  @IsIn(countryCodes)
  country?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 120 })
  @Clearable()
  @IsOptional()
  @IsString()
  @MaxLength(120)
  city?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 1_000 })
  @Clearable()
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  bio?: string | null;

  @ApiPropertyOptional({ enum: tradingExperiences, nullable: true })
  @IsOptional()
  @IsIn(tradingExperiences)
  trading_experience?: TradingExperience | null;

  @ApiPropertyOptional({ enum: riskTolerances, nullable: true })
  @IsOptional()
  @IsIn(riskTolerances)
  risk_tolerance?: RiskTolerance | null;

  @ApiPropertyOptional({ enum: preferredAssetCodes, isArray: true })
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(preferredAssetCodes, { each: true })
  preferred_assets?: PreferredAsset[];

  @ApiPropertyOptional({ enum: genders, nullable: true })
  @IsOptional()
  @IsIn(genders)
  gender?: Gender | null;

  @ApiPropertyOptional({ enum: ageRanges, nullable: true })
  @IsOptional()
  @IsIn(ageRanges)
  age_range?: AgeRange | null;

  @ApiPropertyOptional({ description: 'IANA zone' })
  @IfPresent()
  @IsTimeZone()
  timezone?: string;

  @ApiPropertyOptional({ enum: locales })
  @IfPresent()
  @IsIn(locales)
  locale?: Locale;

  @ApiProperty({ description: 'the version the member was looking at' })
  @IsInt()
  @Min(1)
  version!: number;
}

class CompletionDto implements CompletionView {
  @ApiProperty() percent!: number;
  @ApiProperty({ enum: completionSteps, nullable: true }) next_step!: CompletionStep | null;
}

export class ProfileDto implements ProfileView {
  @ApiProperty() first_name!: string;
  @ApiProperty() last_name!: string;
  @ApiProperty({ format: 'email', readOnly: true }) email!: string;
  @ApiProperty({ type: String, nullable: true }) phone!: string | null;
  @ApiProperty({ type: String, nullable: true }) telegram_username!: string | null;
  @ApiProperty({ type: String, nullable: true }) discord_username!: string | null;
  @ApiProperty({ type: String, nullable: true }) whatsapp_number!: string | null;
  @ApiProperty({ type: String, nullable: true }) country!: string | null;
  @ApiProperty({ type: String, nullable: true }) city!: string | null;
  @ApiProperty({ type: String, nullable: true }) bio!: string | null;
  @ApiProperty({ enum: tradingExperiences, nullable: true }) trading_experience!: TradingExperience | null;
  @ApiProperty({ enum: riskTolerances, nullable: true }) risk_tolerance!: RiskTolerance | null;
  @ApiProperty({ enum: preferredAssetCodes, isArray: true }) preferred_assets!: PreferredAsset[];
  @ApiProperty({ enum: genders, nullable: true }) gender!: Gender | null;
  @ApiProperty({ enum: ageRanges, nullable: true }) age_range!: AgeRange | null;
  @ApiProperty() timezone!: string;
  @ApiProperty({ enum: locales }) locale!: Locale;
  @ApiProperty() is_verified!: boolean;
  @ApiProperty() has_complete_profile!: boolean;
  @ApiProperty() can_make_payment!: boolean;
  @ApiProperty({ type: String, nullable: true }) avatar_url!: string | null;
  @ApiProperty({ type: CompletionDto }) completion!: CompletionDto;
  @ApiProperty() version!: number;
}

export class PaymentEligibilityDto implements PaymentEligibilityView {
  @ApiProperty() can_make_payment!: boolean;
  @ApiProperty() has_complete_profile!: boolean;
  @ApiProperty({ enum: eligibilityFields, isArray: true }) missing_fields!: EligibilityField[];
  @ApiProperty({ type: [String] }) recommended_fields!: string[];
}
