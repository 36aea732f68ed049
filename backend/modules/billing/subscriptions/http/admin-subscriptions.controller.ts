import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { AdminSubscriptionRow } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { cursorOf, idFromCursor, IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { GrantSubscription } from '../application/grant-subscription';
import { PauseSubscription } from '../application/pause-subscription';
import { ReadDesk } from '../application/read-desk';
import { SetGrace } from '../application/set-grace';
import { StaffChanges } from '../application/staff-changes';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import {
  AdminSubscriptionListDto,
  AdminSubscriptionRowDto,
  AdminSubscriptionsQuery,
  EndSubscriptionDto,
  ExtendSubscriptionDto,
  GrantSubscriptionDto,
  ReasonDto,
  SubscriptionFiguresDto,
  SubscriptionSettingsDto,
} from './admin-subscriptions.dto';
import { presentAdminSubscription, presentSettings } from './admin-subscriptions.presenter';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/subscriptions')
export class AdminSubscriptionsController {
  constructor(
    private readonly desk: ReadDesk,
    private readonly grantSubscription: GrantSubscription,
    private readonly changes: StaffChanges,
    private readonly pauses: PauseSubscription,
    private readonly setGrace: SetGrace,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  @RequirePermission('billing.subscriptions-read')
  @Get()
  @ApiOkResponse({ type: AdminSubscriptionListDto })
  async list(@Query() query: AdminSubscriptionsQuery): Promise<AdminSubscriptionListDto> {
    const { status, origin, plan_code: planCode, search: text, limit } = query;
    const beforeId = idFromCursor(query.cursor);
    const rows = await this.desk.list({ status, origin, planCode, text, beforeId, limit: limit + 1 });
    const today = this.clock.today();
    const subscriptions = rows.slice(0, limit).map((row) => presentAdminSubscription(row, today));
    return { subscriptions, next_cursor: cursorOf(rows, limit) };
  }

  /** What they come to today, and the last twelve months. */
  @RequirePermission('billing.subscriptions-read')
  @Get('figures')
  @ApiOkResponse({ type: SubscriptionFiguresDto })
  figures(): Promise<SubscriptionFiguresDto> {
    return this.desk.figures();
  }

  @RequirePermission('billing.subscriptions-read')
  @Get('settings')
  @ApiOkResponse({ type: SubscriptionSettingsDto })
  async settings(): Promise<SubscriptionSettingsDto> {
    return presentSettings(await this.setGrace.read());
  }

  @RequirePermission('billing.subscriptions-write')
  @Patch('settings')
  @ApiOkResponse({ type: SubscriptionSettingsDto })
  async changeSettings(
    @CurrentMember() { memberId: staffId }: Identity,
    @Body() { grace_hours: graceHours, version }: SubscriptionSettingsDto,
  ): Promise<SubscriptionSettingsDto> {
    return presentSettings(await this.setGrace.execute({ staffId, graceHours, version }));
  }

  /** Complimentary access: an end, a reason, no invoice. */
  @RequirePermission('billing.subscriptions-write')
  @Post('grant')
  @ApiCreatedResponse({ type: AdminSubscriptionRowDto })
  async grant(
    @CurrentMember() { memberId: staffId }: Identity,
    @Body() body: GrantSubscriptionDto,
  ): Promise<AdminSubscriptionRowDto> {
    const { member_id, plan_code: planCode, last_day: lastDay, reason } = body;
    const command = { staffId, memberId: member_id as Uuid, planCode, lastDay, reason };
    return this.present(await this.grantSubscription.execute(command));
  }

  @RequirePermission('billing.subscriptions-write')
  @Post(':id/extend')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: AdminSubscriptionRowDto })
  async extend(
    @CurrentMember() { memberId: staffId }: Identity,
    @Param('id', IdPipe) subscriptionId: Uuid,
    @Body() { days, reason }: ExtendSubscriptionDto,
  ): Promise<AdminSubscriptionRowDto> {
    return this.present(await this.changes.extend({ subscriptionId, staffId, days, reason }));
  }

  @RequirePermission('billing.subscriptions-write')
  @Post(':id/end')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: AdminSubscriptionRowDto })
  async end(
    @CurrentMember() { memberId: staffId }: Identity,
    @Param('id', IdPipe) subscriptionId: Uuid,
    @Body() { ends_on: endsOn, reason }: EndSubscriptionDto,
  ): Promise<AdminSubscriptionRowDto> {
    return this.present(await this.changes.end({ subscriptionId, staffId, endsOn, reason }));
  }

  @RequirePermission('billing.subscriptions-write')
  @Post(':id/pause')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: AdminSubscriptionRowDto })
  async pause(
    @CurrentMember() { memberId: staffId }: Identity,
    @Param('id', IdPipe) subscriptionId: Uuid,
    @Body() { reason }: ReasonDto,
  ): Promise<AdminSubscriptionRowDto> {
    return this.present(await this.pauses.pause({ subscriptionId, by: { staffId, reason } }));
  }

  /** The pause ends; its days are given back. */
  @RequirePermission('billing.subscriptions-write')
  @Post(':id/resume')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: AdminSubscriptionRowDto })
  async resume(
    @CurrentMember() { memberId: staffId }: Identity,
    @Param('id', IdPipe) subscriptionId: Uuid,
    @Body() { reason }: ReasonDto,
  ): Promise<AdminSubscriptionRowDto> {
    return this.present(await this.pauses.unpause({ subscriptionId, by: { staffId, reason } }));
  }

  private async present(changed: SubscriptionEntity): Promise<AdminSubscriptionRow> {
    const [row] = await this.desk.named([changed]);
    return presentAdminSubscription(row ?? { ...changed, member: undefined }, this.clock.today());
  }
}
