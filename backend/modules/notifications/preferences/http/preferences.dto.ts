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
  notificationCategories,
  notificationChannels,
  reminderSwitches,
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

export class PreferencesDto implements PreferencesView {
  @ApiProperty({ type: [CellDto] }) cells!: CellDto[];
  @ApiProperty({ type: [ReminderDto], description: 'single reminders' }) reminders!: ReminderDto[];
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

  @ApiProperty({ description: 'the version that was read' }) @IsInt() @Min(0) version!: number;
}

export class UnsubscribeDto implements UnsubscribeAnswer {
  @ApiProperty({ enum: notificationCategories, isArray: true }) categories!: NotificationCategory[];
}
