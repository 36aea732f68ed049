import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  activityKinds,
  type ActivityEntry,
  type ActivityKind,
  type DashboardView,
  type DashboardWidgets,
  type NextPayment,
  type QuickAction,
} from '@calmness/contracts';

class WelcomeDto {
  @ApiProperty() first_name!: string;
}
class DashboardWidgetsDto implements DashboardWidgets {
  @ApiPropertyOptional() formations_active?: number;
  @ApiPropertyOptional() formations_completed?: number;
  @ApiPropertyOptional() formations_upcoming?: number;
  @ApiPropertyOptional() signals_active?: number;
  @ApiPropertyOptional() signals_profit_r?: number;
  @ApiPropertyOptional() signals_win_rate?: number;
  @ApiPropertyOptional() notifications_unread?: number;
  @ApiPropertyOptional() subscriptions_active?: number;
  @ApiPropertyOptional() subscriptions_days_left?: number;
  @ApiPropertyOptional() payments_total_cents?: number;
  @ApiPropertyOptional() payments_this_month_cents?: number;
}
class ActivityEntryDto implements ActivityEntry {
  @ApiProperty({ enum: activityKinds }) kind!: ActivityKind;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true }) subject!: string | null;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
}
class PlanNameDto {
  @ApiProperty() fr!: string;
  @ApiProperty() en!: string;
}
class NextPaymentDto implements NextPayment {
  @ApiProperty({ type: PlanNameDto }) plan_name!: PlanNameDto;
  @ApiProperty() amount_cents!: number;
  @ApiProperty({ format: 'date' }) due_on!: string;
  @ApiProperty() url!: string;
}
class QuickActionDto implements QuickAction {
  @ApiProperty({
    enum: ['complete_profile', 'choose_plan', 'renew', 'see_pending_payment', 'read_notifications'],
  })
  code!: QuickAction['code'];
  @ApiProperty() url!: string;
}
export class DashboardDto implements DashboardView {
  @ApiPropertyOptional({ type: WelcomeDto }) welcome?: WelcomeDto;
  @ApiProperty({ type: DashboardWidgetsDto }) widgets!: DashboardWidgetsDto;
  @ApiPropertyOptional({ type: [ActivityEntryDto] }) recent_activity?: ActivityEntryDto[];
  @ApiPropertyOptional({ type: NextPaymentDto, nullable: true }) next_payment?: NextPaymentDto | null;
  @ApiPropertyOptional({ type: [QuickActionDto] }) quick_actions?: QuickActionDto[];
  @ApiPropertyOptional() unread_notifications?: number;
}
