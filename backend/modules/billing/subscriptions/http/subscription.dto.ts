import { ApiProperty } from '@nestjs/swagger';
import {
  subscriptionStatuses,
  type SubscriptionList,
  type SubscriptionRow,
  type SubscriptionStatus,
} from '@calmness/contracts';
import { BilingualTextDto } from '../../http/bilingual-text.dto';

export class SubscriptionRowDto implements SubscriptionRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() plan_code!: string;
  @ApiProperty({ type: BilingualTextDto }) plan_name!: BilingualTextDto;
  @ApiProperty({ enum: subscriptionStatuses }) status!: SubscriptionStatus;
  @ApiProperty({ format: 'date' }) starts_on!: string;
  @ApiProperty({ format: 'date', description: 'exclusive' }) ends_on!: string;
  @ApiProperty({ format: 'date' }) last_day_included!: string;
  @ApiProperty() days_left!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) cancelled_at!: string | null;
}
export class SubscriptionListDto implements SubscriptionList {
  @ApiProperty({ type: [SubscriptionRowDto] }) subscriptions!: SubscriptionRowDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}
