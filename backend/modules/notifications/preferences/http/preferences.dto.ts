import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  channelObstacles,
  digestableCategories,
  digestRhythms,
  notificationCategories,
  notificationChannels,
  reminderSwitches,
  type ChannelObstacle,
  type ChannelView,
  type DigestChoice,
  type DigestRhythm,
  type NotificationCategory,
  type NotificationChannel,
  type PreferenceCell,
  type PreferencesView,
  type PreferencesWrite,
  type ReminderChoice,
  type ReminderSwitch,
  type UnsubscribeAnswer,
} from '@calmness/contracts';

class ChoiceDto {
  @ApiProperty({ enum: notificationCategories })
  @IsIn(notificationCategories)
  category!: NotificationCategory;
  @ApiProperty({ enum: notificationChannels }) @IsIn(notificationChannels) channel!: NotificationChannel;
  @ApiProperty() @IsBoolean() enabled!: boolean;
}

class CellDto extends ChoiceDto implements PreferenceCell {
  @ApiProperty({ description: 'security or the law decides' }) mandatory!: boolean;
}

class ReminderDto implements ReminderChoice {
  @ApiProperty({ enum: reminderSwitches, description: 'kind of subject and offset' })
  @IsIn(reminderSwitches)
  key!: ReminderSwitch;
  @ApiProperty() @IsBoolean() enabled!: boolean;
}

class DigestDto implements DigestChoice {
  @ApiProperty({ enum: digestableCategories })
  @IsIn(digestableCategories)
  category!: DigestChoice['category'];
  @ApiProperty({ enum: digestRhythms }) @IsIn(digestRhythms) rhythm!: DigestRhythm;
}

class ChannelDto implements ChannelView {
  @ApiProperty({ enum: notificationChannels }) channel!: NotificationChannel;
  @ApiProperty({
    type: String,
    enum: channelObstacles,
    nullable: true,
    description: 'why nothing arrives there; null when messages do',
  })
  obstacle!: ChannelObstacle | null;
}

export class PreferencesDto implements PreferencesView {
  @ApiProperty({ type: [CellDto] }) cells!: CellDto[];
  @ApiProperty({ type: [ReminderDto], description: 'single reminders' }) reminders!: ReminderDto[];
  @ApiProperty({ type: [DigestDto], description: 'how often the mails that can wait come' })
  digests!: DigestDto[];
  @ApiProperty({ type: [ChannelDto] }) channels!: ChannelDto[];
  @ApiProperty({ description: 'zero while nothing was chosen' }) version!: number;
}

export class PreferencesWriteDto implements PreferencesWrite {
  @ApiProperty({ type: [ChoiceDto] })
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => ChoiceDto)
  cells!: ChoiceDto[];

  @ApiPropertyOptional({ type: [ReminderDto], description: 'those left out stay' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => ReminderDto)
  reminders?: ReminderDto[];

  @ApiPropertyOptional({ type: [DigestDto], description: 'those left out stay' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DigestDto)
  digests?: DigestDto[];

  @ApiProperty({ description: 'the version that was read' }) @IsInt() @Min(0) version!: number;
}

export class UnsubscribeDto implements UnsubscribeAnswer {
  @ApiProperty({ enum: notificationCategories, isArray: true }) categories!: NotificationCategory[];
}
