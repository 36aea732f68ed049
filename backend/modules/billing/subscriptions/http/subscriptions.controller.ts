import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SubscriptionRow } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { addDays, Clock, daysBetween } from '@calmness/platform/clock';
import { cursorOf, idFromCursor, PageQuery } from '@calmness/platform/http';
import { ListSubscriptions } from '../application/list-subscriptions';
import { statusOn } from '../domain/subscription';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionListDto } from './subscription.dto';

@ApiTags('billing')
@ApiBearerAuth()
@Controller('auth/user/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly listSubscriptions: ListSubscriptions,
    private readonly clock: Clock,
  ) {}

  /** Newest first, each with its status of today. */
  @Get()
  @ApiOkResponse({ type: SubscriptionListDto })
  async list(
    @CurrentMember() { memberId }: Identity,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<SubscriptionListDto> {
    const rows = await this.listSubscriptions.execute(memberId, limit + 1, idFromCursor(cursor));
    const today = this.clock.today();
    return {
      subscriptions: rows.slice(0, limit).map((row) => presentSubscription(row, today)),
      next_cursor: cursorOf(rows, limit),
    };
  }
}

function presentSubscription(subscription: SubscriptionEntity, today: IsoDate): SubscriptionRow {
  const { id, planCode, planName, startsOn, endsOn, cancelledAt } = subscription;
  return {
    id,
    plan_code: planCode,
    plan_name: planName,
    status: statusOn(subscription, today),
    starts_on: startsOn,
    ends_on: endsOn,
    last_day_included: addDays(endsOn, -1),
    days_left: Math.max(daysBetween(today, endsOn), 0),
    cancelled_at: cancelledAt?.toISOString() ?? null,
  };
}
