import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsTimeZone, Min, ValidateNested } from 'class-validator';
import {
  densities,
  locales,
  lockKeepers,
  memberFeatures,
  presetNames,
  themes,
  weekStarts,
  type AppearanceView,
  type Density,
  type FeatureView,
  type Locale,
  type LockKeeper,
  type MemberFeature,
  type PresetName,
  type PrivacyView,
  type SettingsPatch,
  type SettingsView,
  type ThemeName,
  type WeekStart,
} from '@calmness/contracts';
import { IfPresent } from '../../http/text-input';

/** One optional switch for every feature of the catalogue. */
class FeaturesPatchDto {}
for (const feature of memberFeatures)
  for (const decorate of [ApiPropertyOptional({ type: Boolean }), IfPresent(), IsBoolean()])
    decorate(FeaturesPatchDto.prototype, feature);

class PrivacyPatchDto implements Partial<PrivacyView> {
  @ApiPropertyOptional() @IfPresent() @IsBoolean() analytics_opt_out?: boolean;
  @ApiPropertyOptional() @IfPresent() @IsBoolean() share_with_mentors?: boolean;
  @ApiPropertyOptional() @IfPresent() @IsBoolean() audience_profile_opt_in?: boolean;
}

export class SettingsPatchDto implements SettingsPatch {
  @ApiPropertyOptional({ enum: themes }) @IfPresent() @IsIn(themes) theme?: ThemeName;
  @ApiPropertyOptional({ enum: densities }) @IfPresent() @IsIn(densities) density?: Density;
  @ApiPropertyOptional({ enum: weekStarts }) @IfPresent() @IsIn(weekStarts) week_starts_on?: WeekStart;
  @ApiPropertyOptional({ enum: locales }) @IfPresent() @IsIn(locales) locale?: Locale;
  @ApiPropertyOptional({ description: 'IANA zone' }) @IfPresent() @IsTimeZone() timezone?: string;
  @ApiPropertyOptional({ enum: presetNames }) @IfPresent() @IsIn(presetNames) preset?: PresetName;

  @ApiPropertyOptional({ type: FeaturesPatchDto })
  @IfPresent()
  @ValidateNested()
  @Type(() => FeaturesPatchDto)
  features?: Partial<Record<MemberFeature, boolean>>;

  @ApiPropertyOptional({ type: PrivacyPatchDto })
  @IfPresent()
  @ValidateNested()
  @Type(() => PrivacyPatchDto)
  privacy?: PrivacyPatchDto;

  @ApiProperty({ description: 'the version the member was looking at; zero before the first save' })
  @IsInt()
  @Min(0)
  version!: number;
}

export class AppearanceDto implements AppearanceView {
  @ApiProperty({ enum: themes }) theme!: ThemeName;
  @ApiProperty({ enum: densities }) density!: Density;
  @ApiProperty({ enum: weekStarts }) week_starts_on!: WeekStart;
}

class FeatureDto implements FeatureView {
  @ApiProperty() on!: boolean;
  @ApiProperty({ description: 'his own switch' }) chosen!: boolean;
  @ApiProperty({ enum: lockKeepers, nullable: true }) locked_by!: LockKeeper | null;
}

class PrivacyDto implements PrivacyView {
  @ApiProperty() analytics_opt_out!: boolean;
  @ApiProperty() share_with_mentors!: boolean;
  @ApiProperty() audience_profile_opt_in!: boolean;
}

class FeaturesDto {}
for (const feature of memberFeatures) ApiProperty({ type: FeatureDto })(FeaturesDto.prototype, feature);

export class SettingsDto extends AppearanceDto implements SettingsView {
  @ApiProperty({ enum: locales }) locale!: Locale;
  @ApiProperty() timezone!: string;

  @ApiProperty({ type: FeaturesDto })
  features!: Record<MemberFeature, FeatureView>;

  @ApiProperty({ type: PrivacyDto }) privacy!: PrivacyDto;
  @ApiProperty({ enum: presetNames, nullable: true }) preset!: PresetName | null;
  @ApiProperty() version!: number;
}
