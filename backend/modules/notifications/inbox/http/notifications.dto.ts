import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBooleanString, IsIn, IsOptional } from 'class-validator';
import {
  notificationSeverities,
  notificationTypes,
  type ChangedCount,
  type NotificationList,
  type NotificationSeverity,
  type NotificationType,
  type NotificationView,
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
}

export class NotificationDto implements NotificationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: notificationTypes }) type!: NotificationType;
  @ApiProperty({ enum: notificationSeverities }) severity!: NotificationSeverity;
  @ApiProperty() title!: string;
  @ApiProperty() body!: string;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) read_at!: string | null;
}

export class NotificationListDto implements NotificationList {
  @ApiProperty({ type: [NotificationDto] }) notifications!: NotificationDto[];
  @ApiProperty() unread_count!: number;
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class UnreadCountDto implements UnreadCount {
  @ApiProperty() unread_count!: number;
}

export class ChangedCountDto implements ChangedCount {
  @ApiProperty() changed!: number;
}
