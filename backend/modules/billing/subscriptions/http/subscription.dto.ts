import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  cancelReasons,
  subscriptionOrigins,
  subscriptionStatuses,
  type CancelReason,
  type CancelSubscriptionRequest,
  type RedeemCodeRequest,
  type StartTrialRequest,
  type SubscriptionList,
  type SubscriptionOrigin,
  type SubscriptionRow,
  type SubscriptionStatus,
} from '@calmness/contracts';
import { BilingualTextDto } from '../../http/bilingual-text.dto';

const actions: SubscriptionRow['available_actions'] = [
  'cancel',
  'resume',
  'pause',
  'unpause',
  'renew',
  'upgrade',
];

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
  @ApiProperty({ enum: subscriptionOrigins }) origin!: SubscriptionOrigin;
  @ApiProperty({ enum: cancelReasons, nullable: true }) cancel_reason!: CancelReason | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) paused_on!: string | null;
  @ApiProperty({ enum: actions, isArray: true }) available_actions!: SubscriptionRow['available_actions'];
}
export class SubscriptionListDto implements SubscriptionList {
  @ApiProperty({ type: [SubscriptionRowDto] }) subscriptions!: SubscriptionRowDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class CancelSubscriptionDto implements CancelSubscriptionRequest {
  @ApiProperty({ enum: cancelReasons }) @IsIn(cancelReasons) reason_code!: CancelReason;
  @ApiPropertyOptional({ maxLength: 2_000 }) @IsOptional() @IsString() @MaxLength(2_000) comment?: string;
}
export class StartTrialDto implements StartTrialRequest {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(40) plan_code!: string;
}
export class RedeemCodeDto implements RedeemCodeRequest {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(60) code!: string;
}
