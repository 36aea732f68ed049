import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBooleanString,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import {
  notificationCategories,
  notificationFolders,
  notificationSeverities,
  notificationTypes,
  type ChangedCount,
  type NotificationCategory,
  type NotificationFolder,
  type NotificationList,
  type NotificationSeverity,
  type NotificationType,
  type NotificationView,
  type SnoozeRequest,
  type UnreadCount,
} from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';

const statuses = ['all', 'unread', 'read'] as const;

export class NotificationsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: statuses, default: 'all' })
  @IsIn(statuses)
  @IsOptional()
  status?: (typeof statuses)[number];

  /** The first clients' own word for `status=unread`. */
  @ApiPropertyOptional({ type: Boolean })
  @IsBooleanString()
  @IsOptional()
  unread_only?: string;

  @ApiPropertyOptional({ enum: notificationTypes })
  @IsIn(notificationTypes)
  @IsOptional()
  type?: NotificationType;

  @ApiPropertyOptional({ enum: notificationCategories })
  @IsIn(notificationCategories)
  @IsOptional()
  category?: NotificationCategory;

  @ApiPropertyOptional({ enum: notificationFolders, default: 'inbox' })
  @IsIn(notificationFolders)
  @IsOptional()
  folder?: NotificationFolder;
}

/** `?before=` of what marks the whole list. */
export class UpToQuery {
  @ApiPropertyOptional({ type: String, description: 'newest_cursor of the list that was looked at' })
  @IsString()
  @MaxLength(200)
  @IsOptional()
  before?: string;
}

export class SnoozeDto implements SnoozeRequest {
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  @ValidateIf((body: SnoozeDto) => body.until !== null)
  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  until!: string | null;
}

export class NotificationDto implements NotificationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: notificationTypes }) type!: NotificationType;
  @ApiProperty({ enum: notificationCategories }) category!: NotificationCategory;
  @ApiProperty({ enum: notificationSeverities }) severity!: NotificationSeverity;
  @ApiProperty() title!: string;
  @ApiProperty() body!: string;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) seen_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) read_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) archived_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) snoozed_until!: string | null;
}

export class NotificationListDto implements NotificationList {
  @ApiProperty({ type: [NotificationDto] }) notifications!: NotificationDto[];
  @ApiProperty() unread_count!: number;
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
  @ApiProperty({ type: String, nullable: true }) newest_cursor!: string | null;
}

export class UnreadCountDto implements UnreadCount {
  @ApiProperty() unread_count!: number;
}

export class ChangedCountDto implements ChangedCount {
  @ApiProperty() changed!: number;
}
