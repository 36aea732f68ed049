import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import {
  deliveryStates,
  deskAlertKinds,
  deskPeriods,
  notificationCategories,
  notificationChannels,
  type ChannelDecision,
  type ChannelFigures,
  type DayFigures,
  type DeliveryDashboard,
  type DeliveryLog,
  type DeliveryLogFilter,
  type DeliveryLogRow,
  type DeliveryState,
  type DeliveryStepView,
  type DeliveryTimeline,
  type DeskAlert,
  type DeskAlertKind,
  type DeskPeriod,
  type FatigueGauge,
  type NotificationCategory,
  type NotificationChannel,
  type OutcomeCounts,
  type OutgoingChannel,
  type TemplateFigures,
} from '@calmness/contracts';
import { PageQuery } from '@calmness/platform/http';

const outgoing = notificationChannels.filter((channel) => channel !== 'in_app');
const nullable = { type: String, nullable: true } as const;
const instant = { format: 'date-time' } as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

export class DeskQuery {
  @ApiPropertyOptional({ enum: deskPeriods, default: 7 })
  @Type(() => Number)
  @IsIn(deskPeriods)
  @IsOptional()
  days: DeskPeriod = 7;
}

/** The filter of the log; its CSV takes the same. */
export class LogFilterQuery implements DeliveryLogFilter {
  @ApiPropertyOptional({ enum: outgoing })
  @IsIn(outgoing)
  @IsOptional()
  channel?: OutgoingChannel;

  @ApiPropertyOptional({ enum: deliveryStates })
  @IsIn(deliveryStates)
  @IsOptional()
  state?: DeliveryState;

  @ApiPropertyOptional({ enum: notificationCategories })
  @IsIn(notificationCategories)
  @IsOptional()
  category?: NotificationCategory;

  @ApiPropertyOptional({ type: String })
  @IsString()
  @MaxLength(80)
  @IsOptional()
  template?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsUUID()
  @IsOptional()
  member_id?: string;

  @ApiPropertyOptional({ type: String, format: 'date' })
  @Matches(day)
  @IsISO8601({ strict: true })
  @IsOptional()
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date' })
  @Matches(day)
  @IsISO8601({ strict: true })
  @IsOptional()
  to?: string;
}

export class LogQuery extends IntersectionType(PageQuery, LogFilterQuery) {}

export class DeliveryLogRowDto implements DeliveryLogRow {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: outgoing }) channel!: OutgoingChannel;
  @ApiProperty() template!: string;
  @ApiProperty({ enum: notificationCategories }) category!: NotificationCategory;
  @ApiProperty({ format: 'uuid' }) recipient_id!: string;
  @ApiProperty() recipient_name!: string;
  @ApiProperty({ enum: deliveryStates }) state!: DeliveryState;
  @ApiProperty() attempts!: number;
  @ApiProperty(nullable) last_reason!: string | null;
  @ApiProperty() test!: boolean;
  @ApiProperty(instant) created_at!: string;
  @ApiProperty({ ...nullable, ...instant }) accepted_at!: string | null;
  @ApiProperty({ ...nullable, ...instant }) closed_at!: string | null;
}

export class DeliveryLogDto implements DeliveryLog {
  @ApiProperty({ type: [DeliveryLogRowDto] }) deliveries!: DeliveryLogRowDto[];
  @ApiProperty(nullable) next_cursor!: string | null;
}

export class DeliveryStepDto implements DeliveryStepView {
  @ApiProperty(instant) at!: string;
  @ApiProperty({ enum: deliveryStates }) state!: DeliveryState;
  @ApiProperty() attempt!: number;
  @ApiProperty(nullable) reason!: string | null;
}

export class ChannelDecisionDto implements ChannelDecision {
  @ApiProperty({ enum: notificationChannels }) channel!: NotificationChannel;
  @ApiProperty() decision!: string;
}

export class DeliveryTimelineDto extends DeliveryLogRowDto implements DeliveryTimeline {
  @ApiProperty(nullable) provider_id!: string | null;
  @ApiProperty(instant) expires_at!: string;
  @ApiProperty({ ...nullable, ...instant }) next_attempt_at!: string | null;
  @ApiProperty({ type: [DeliveryStepDto] }) steps!: DeliveryStepDto[];
  @ApiProperty({ type: [ChannelDecisionDto] }) decisions!: ChannelDecisionDto[];
  @ApiProperty() may_retry!: boolean;
  @ApiProperty() may_cancel!: boolean;
}

export class OutcomeCountsDto implements OutcomeCounts {
  @ApiProperty() arrived!: number;
  @ApiProperty() missed!: number;
  @ApiProperty() under_way!: number;
  @ApiProperty() left_out!: number;
}

export class ChannelFiguresDto extends OutcomeCountsDto implements ChannelFigures {
  @ApiProperty({ enum: outgoing }) channel!: OutgoingChannel;
  @ApiProperty({ type: Number, nullable: true }) success_rate_percent!: number | null;
}

export class TemplateFiguresDto extends OutcomeCountsDto implements TemplateFigures {
  @ApiProperty() template!: string;
}

export class DayFiguresDto extends OutcomeCountsDto implements DayFigures {
  @ApiProperty({ format: 'date' }) day!: string;
}

export class StateCountDto {
  @ApiProperty({ enum: deliveryStates }) state!: DeliveryState;
  @ApiProperty() count!: number;
}

export class DelayDto {
  @ApiProperty() p50!: number;
  @ApiProperty() p95!: number;
}

export class DeskAlertDto implements DeskAlert {
  @ApiProperty({ enum: deskAlertKinds }) kind!: DeskAlertKind;
  @ApiProperty() about!: string;
  @ApiProperty(instant) since!: string;
  @ApiProperty() figure!: number;
}

export class TiredDaysDto {
  @ApiProperty() messages!: number;
  @ApiProperty() member_days!: number;
}

export class FatigueGaugeDto implements FatigueGauge {
  @ApiProperty() limit!: number;
  @ApiProperty() members_over!: number;
  @ApiProperty({ type: [TiredDaysDto] }) distribution!: TiredDaysDto[];
}

export class DeliveryDashboardDto implements DeliveryDashboard {
  @ApiProperty({ enum: deskPeriods }) days!: DeskPeriod;
  @ApiProperty() total!: number;
  @ApiProperty({ type: [StateCountDto] }) by_state!: StateCountDto[];
  @ApiProperty({ type: OutcomeCountsDto }) outcomes!: OutcomeCountsDto;
  @ApiProperty({ type: Number, nullable: true }) success_rate_percent!: number | null;
  @ApiProperty({ type: [ChannelFiguresDto] }) by_channel!: ChannelFiguresDto[];
  @ApiProperty({ type: [TemplateFiguresDto] }) by_template!: TemplateFiguresDto[];
  @ApiProperty({ type: [DayFiguresDto] }) by_day!: DayFiguresDto[];
  @ApiProperty({ type: DelayDto, nullable: true }) delay_ms!: DelayDto | null;
  @ApiProperty({ type: [DeskAlertDto] }) alerts!: DeskAlertDto[];
  @ApiProperty({ type: FatigueGaugeDto }) fatigue!: FatigueGaugeDto;
  @ApiProperty({ type: [DeliveryLogRowDto] }) newest!: DeliveryLogRowDto[];
}
