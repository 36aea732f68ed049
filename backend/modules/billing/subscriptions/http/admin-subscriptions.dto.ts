import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import {
  cancelReasons,
  subscriptionOrigins,
  subscriptionStatuses,
  type AccessCodeList,
  type AccessCodeRow,
  type AccessCodesMade,
  type AccessCodeWrite,
  type AdminSubscriptionList,
  type AdminSubscriptionRow,
  type CancelReason,
  type EndSubscriptionRequest,
  type ExtendSubscriptionRequest,
  type GrantSubscriptionRequest,
  type ReasonRequest,
  type SubscriptionFigures,
  type SubscriptionOrigin,
  type SubscriptionSettings,
  type SubscriptionStatus,
} from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';
import { BilingualTextDto } from '../../http/bilingual-text.dto';
import { IsCalendarDay } from '../../http/calendar-day';

const actions: AdminSubscriptionRow['available_actions'] = ['extend', 'end', 'pause', 'resume', 'cancel'];

export class AdminSubscriptionsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: subscriptionStatuses })
  @IsOptional()
  @IsIn(subscriptionStatuses)
  status?: SubscriptionStatus;

  @ApiPropertyOptional({ enum: subscriptionOrigins })
  @IsOptional()
  @IsIn(subscriptionOrigins)
  origin?: SubscriptionOrigin;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) plan_code?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) search?: string;
}
export class AdminSubscriptionRowDto implements AdminSubscriptionRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) member_id!: string;
  @ApiProperty() member_name!: string;
  @ApiProperty() member_email!: string;
  @ApiProperty() plan_code!: string;
  @ApiProperty({ type: BilingualTextDto }) plan_name!: BilingualTextDto;
  @ApiProperty() plan_group!: string;
  @ApiProperty({ enum: subscriptionOrigins }) origin!: SubscriptionOrigin;
  @ApiProperty({ enum: subscriptionStatuses }) status!: SubscriptionStatus;
  @ApiProperty({ format: 'date' }) starts_on!: string;
  @ApiProperty({ format: 'date', description: 'exclusive' }) ends_on!: string;
  @ApiProperty({ format: 'date' }) last_day_included!: string;
  @ApiProperty() days_left!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) cancelled_at!: string | null;
  @ApiProperty({ enum: cancelReasons, nullable: true }) cancel_reason!: CancelReason | null;
  @ApiProperty({ type: String, nullable: true }) cancel_comment!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) paused_on!: string | null;
  @ApiProperty({ type: String, nullable: true }) grant_reason!: string | null;
  @ApiProperty({ enum: actions, isArray: true })
  available_actions!: AdminSubscriptionRow['available_actions'];
}
export class AdminSubscriptionListDto implements AdminSubscriptionList {
  @ApiProperty({ type: [AdminSubscriptionRowDto] }) subscriptions!: AdminSubscriptionRowDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

export class ReasonDto implements ReasonRequest {
  @ApiProperty({ maxLength: 500 }) @IsString() @IsNotEmpty() @MaxLength(500) reason!: string;
}
export class GrantSubscriptionDto extends ReasonDto implements GrantSubscriptionRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() member_id!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(40) plan_code!: string;
  @ApiProperty({ format: 'date', description: 'included' }) @IsCalendarDay() last_day!: string;
}
export class ExtendSubscriptionDto extends ReasonDto implements ExtendSubscriptionRequest {
  @ApiProperty({ minimum: 1, maximum: 366 }) @IsInt() @Min(1) @Max(366) days!: number;
}
export class EndSubscriptionDto extends ReasonDto implements EndSubscriptionRequest {
  @ApiProperty({ format: 'date', description: 'first day without access' }) @IsCalendarDay() ends_on!: string;
}

export class SubscriptionSettingsDto implements SubscriptionSettings {
  @ApiProperty({ minimum: 0, maximum: 72 }) @IsInt() @Min(0) @Max(72) grace_hours!: number;
  @ApiProperty({ description: 'the version that was read; another one answers 409' })
  @IsInt()
  @Min(1)
  version!: number;
}

export class MonthFiguresDto {
  @ApiProperty({ format: 'date' }) month!: string;
  @ApiProperty() started!: number;
  @ApiProperty() lost!: number;
  @ApiProperty() at_start!: number;
  @ApiProperty() mrr_cents!: number;
}
export class RenewalsDto {
  @ApiProperty({ format: 'date' }) week!: string;
  @ApiProperty() due!: number;
  @ApiProperty() cancelled!: number;
}
export class ReasonCountDto {
  @ApiProperty({ enum: cancelReasons }) reason_code!: CancelReason;
  @ApiProperty() count!: number;
}
export class SubscriptionFiguresDto implements SubscriptionFigures {
  @ApiProperty() active!: number;
  @ApiProperty() paying!: number;
  @ApiProperty() trials!: number;
  @ApiProperty() complimentary!: number;
  @ApiProperty() paused!: number;
  @ApiProperty() mrr_cents!: number;
  @ApiProperty({ type: [MonthFiguresDto] }) months!: MonthFiguresDto[];
  @ApiProperty({ type: [RenewalsDto] }) renewals!: RenewalsDto[];
  @ApiProperty({ type: [ReasonCountDto] }) reasons!: ReasonCountDto[];
}

export class AccessCodeWriteDto implements AccessCodeWrite {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(40) plan_code!: string;
  @ApiProperty({ minimum: 1, maximum: 36 }) @IsInt() @Min(1) @Max(36) months!: number;
  @ApiProperty({ format: 'date' }) @IsCalendarDay() expires_on!: string;
  @ApiProperty({ maxLength: 120 }) @IsString() @IsNotEmpty() @MaxLength(120) label!: string;
  @ApiProperty({ minimum: 1, maximum: 100 }) @IsInt() @Min(1) @Max(100) count!: number;
}
export class AccessCodesMadeDto implements AccessCodesMade {
  @ApiProperty({ type: [String] }) codes!: string[];
}
export class AccessCodeRowDto implements AccessCodeRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() hint!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: BilingualTextDto }) plan_name!: BilingualTextDto;
  @ApiProperty() months!: number;
  @ApiProperty({ format: 'date' }) expires_on!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) redeemed_at!: string | null;
}
export class AccessCodeListDto implements AccessCodeList {
  @ApiProperty({ type: [AccessCodeRowDto] }) access_codes!: AccessCodeRowDto[];
}
