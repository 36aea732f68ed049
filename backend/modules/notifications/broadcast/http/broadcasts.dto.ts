import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  audienceKinds,
  broadcastCategories,
  broadcastChannels,
  broadcastStates,
  type AudienceKind,
  type BilingualText,
  type BroadcastAudience,
  type BroadcastCategory,
  type BroadcastChannel,
  type BroadcastConfirm,
  type BroadcastForecast,
  type BroadcastList,
  type BroadcastProgress,
  type BroadcastPut,
  type BroadcastState,
  type BroadcastView,
  type BroadcastWrite,
} from '@calmness/contracts';

const channels = broadcastChannels.offers;
const version = { description: 'the version that was read' };

class TitleDto implements BilingualText {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(80) fr!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(80) en!: string;
}
class BodyDto implements BilingualText {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(2_000) fr!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(2_000) en!: string;
}
class AudienceDto implements BroadcastAudience {
  @ApiProperty({ enum: audienceKinds }) @IsIn(audienceKinds) kind!: AudienceKind;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  plan_id: string | null = null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  label_id: string | null = null;
}

export class BroadcastWriteDto implements BroadcastWrite {
  @ApiProperty({ enum: broadcastCategories }) @IsIn(broadcastCategories) category!: BroadcastCategory;

  @ApiProperty({ type: AudienceDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => AudienceDto)
  audience!: AudienceDto;

  @ApiProperty({ enum: channels, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(channels, { each: true })
  channels!: BroadcastChannel[];

  @ApiProperty({ type: TitleDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => TitleDto)
  title!: TitleDto;

  @ApiProperty({ type: BodyDto, description: 'an empty line parts two paragraphs' })
  @IsDefined()
  @ValidateNested()
  @Type(() => BodyDto)
  body!: BodyDto;
}
export class BroadcastPutDto extends BroadcastWriteDto implements BroadcastPut {
  @ApiProperty(version) @IsInt() @Min(1) version!: number;
}
export class BroadcastConfirmDto implements BroadcastConfirm {
  @ApiProperty(version) @IsInt() @Min(1) version!: number;
  @ApiProperty({ description: 'people it was counted for' }) @IsInt() @Min(0) reached!: number;
}
export class BroadcastVersionQuery {
  @ApiProperty(version) @Type(() => Number) @IsInt() @Min(1) version!: number;
}

class CountDto {
  @ApiProperty({ enum: channels }) channel!: BroadcastChannel;
  @ApiProperty() people!: number;
}
class ForecastDto implements BroadcastForecast {
  @ApiProperty({ description: 'in the audience' }) people!: number;
  @ApiProperty({ description: 'told by at least one channel' }) reached!: number;
  @ApiProperty() opted_out!: number;
  @ApiProperty() unreachable!: number;
  @ApiProperty({ type: [CountDto] }) by_channel!: CountDto[];
}
class ChannelProgressDto {
  @ApiProperty({ enum: channels }) channel!: BroadcastChannel;
  @ApiProperty() waiting!: number;
  @ApiProperty() arrived!: number;
  @ApiProperty() failed!: number;
  @ApiProperty() cancelled!: number;
}
class ProgressDto implements BroadcastProgress {
  @ApiProperty({ description: 'of the audience, so far' }) told!: number;
  @ApiProperty({ description: 'by at least one channel, so far' }) reached!: number;
  @ApiProperty({ type: [ChannelProgressDto] }) by_channel!: ChannelProgressDto[];
}

export class BroadcastDto implements BroadcastView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: broadcastStates }) state!: BroadcastState;
  @ApiProperty({ enum: broadcastCategories }) category!: BroadcastCategory;
  @ApiProperty({ type: AudienceDto }) audience!: BroadcastAudience;
  @ApiProperty({ enum: channels, isArray: true }) channels!: BroadcastChannel[];
  @ApiProperty({ type: TitleDto }) title!: BilingualText;
  @ApiProperty({ type: BodyDto }) body!: BilingualText;
  @ApiProperty({ type: ForecastDto, nullable: true }) forecast!: BroadcastForecast | null;
  @ApiProperty({ type: ProgressDto, nullable: true }) progress!: BroadcastProgress | null;
  @ApiProperty() version!: number;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty() created_by!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) confirmed_at!: string | null;
  @ApiProperty({ type: String, nullable: true }) confirmed_by!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) ended_at!: string | null;
  @ApiProperty({ type: String, nullable: true }) stopped_by!: string | null;
}
export class BroadcastListDto implements BroadcastList {
  @ApiProperty({ type: [BroadcastDto] }) broadcasts!: BroadcastDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
