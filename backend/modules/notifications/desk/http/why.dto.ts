import { ApiProperty } from '@nestjs/swagger';
import {
  deliveryStates,
  notificationCategories,
  type ChannelStory,
  type DeliveryState,
  type NotificationCategory,
  type WhyView,
} from '@calmness/contracts';
import { ChannelDecisionDto } from './delivery-desk.dto';

export class ChannelStoryDto extends ChannelDecisionDto implements ChannelStory {
  @ApiProperty({ enum: deliveryStates, nullable: true }) state!: DeliveryState | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changed_at!: string | null;
}

export class WhyDto implements WhyView {
  @ApiProperty({ enum: notificationCategories }) category!: NotificationCategory;
  @ApiProperty({ format: 'date-time' }) decided_at!: string;
  @ApiProperty({ type: [ChannelStoryDto] }) channels!: ChannelStoryDto[];
}
