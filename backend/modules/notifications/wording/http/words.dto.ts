import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  locales,
  notificationCategories,
  outgoingChannelList,
  wordingKinds,
  wordingStates,
  type Locale,
  type NotificationCategory,
  type OutgoingChannel,
  type TestSendAnswer,
  type TestSendRequest,
  type WordFieldValues,
  type WordingKind,
  type WordingList,
  type WordingPreview,
  type WordingPreviewRequest,
  type WordingRevision,
  type WordingRow,
  type WordingState,
  type WordingVersion,
  type WordingView,
  type WordingWrite,
} from '@calmness/contracts';
import { WordVariableDto } from './whatsapp.dto';

/** Longer than any field may be: the rules say where each ends, in words. */
const longest = 10_000;

export class WordFieldsDto implements WordFieldValues {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(longest) subject?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(longest) preheader?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(longest) greeting?: string;

  @ApiPropertyOptional({ description: 'an empty line parts two paragraphs' })
  @IsOptional()
  @IsString()
  @MaxLength(longest)
  paragraphs?: string;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(longest) button?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(longest) note?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(longest) title?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(longest) body?: string;
}

export class WordsKeyParams {
  @ApiProperty({ enum: wordingKinds }) @IsIn(wordingKinds) kind!: WordingKind;
  @ApiProperty() @IsString() @MaxLength(80) name!: string;
  @ApiProperty({ enum: locales }) @IsIn(locales) locale!: Locale;
}

class RowDto implements WordingRow {
  @ApiProperty({ enum: wordingKinds }) kind!: WordingKind;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: locales }) locale!: Locale;
  @ApiProperty({ enum: notificationCategories }) category!: NotificationCategory;
  @ApiProperty({ description: 'with sample values' }) heading!: string;
  @ApiProperty({ type: Number, nullable: true }) published_version!: number | null;
  @ApiProperty() has_draft!: boolean;
}
export class WordingListDto implements WordingList {
  @ApiProperty({ type: [RowDto] }) words!: RowDto[];
}

class VersionDto implements WordingVersion {
  @ApiProperty() version!: number;
  @ApiProperty({ enum: wordingStates }) state!: WordingState;
  @ApiProperty({ type: WordFieldsDto }) fields!: WordFieldsDto;
  @ApiProperty({ format: 'date-time' }) changed_at!: string;
  @ApiProperty() changed_by!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) published_at!: string | null;
  @ApiProperty({ type: String, nullable: true }) published_by!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) archived_at!: string | null;
  @ApiProperty({ type: String, nullable: true }) archived_by!: string | null;
}
export class WordingDto implements WordingView {
  @ApiProperty({ enum: wordingKinds }) kind!: WordingKind;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: locales }) locale!: Locale;
  @ApiProperty({ enum: notificationCategories }) category!: NotificationCategory;
  @ApiProperty({ type: [WordVariableDto] }) variables!: WordVariableDto[];
  @ApiProperty({ enum: outgoingChannelList, isArray: true }) channels!: OutgoingChannel[];
  @ApiProperty({ type: WordFieldsDto }) built_in!: WordFieldsDto;
  @ApiProperty({ type: WordFieldsDto }) fields!: WordFieldsDto;
  @ApiProperty({ type: Number, nullable: true }) published_version!: number | null;
  @ApiProperty() has_draft!: boolean;
  @ApiProperty({ description: 'another save in between answers 409' }) revision!: number;
  @ApiProperty({ type: [VersionDto] }) history!: VersionDto[];
}

export class WordingRevisionDto implements WordingRevision {
  @ApiProperty({ description: 'the revision that was read' }) @IsInt() @Min(0) revision!: number;
}
export class WordingPreviewRequestDto implements WordingPreviewRequest {
  @ApiProperty({ type: WordFieldsDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => WordFieldsDto)
  fields!: WordFieldsDto;
}
export class WordingWriteDto extends WordingPreviewRequestDto implements WordingWrite {
  @ApiProperty({ description: 'the revision that was read' }) @IsInt() @Min(0) revision!: number;
}

class ProblemDto {
  @ApiProperty() field!: string;
  @ApiProperty() code!: string;
}
export class WordingPreviewDto implements WordingPreview {
  @ApiProperty() heading!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true }) html!: string | null;
  @ApiProperty({ type: [ProblemDto], description: 'refused at publication' }) problems!: ProblemDto[];
}

export class TestSendRequestDto implements TestSendRequest {
  @ApiProperty({ enum: outgoingChannelList }) @IsIn(outgoingChannelList) channel!: OutgoingChannel;
  @ApiProperty() @IsString() @MaxLength(80) name!: string;
  @ApiProperty({ enum: locales }) @IsIn(locales) locale!: Locale;
}
export class TestSendAnswerDto implements TestSendAnswer {
  @ApiProperty({ format: 'uuid' }) delivery_id!: string;
  @ApiProperty({ description: 'told without naming all of it' }) to!: string;
  @ApiProperty({ description: 'in this hour' }) left!: number;
}
