import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { cursorOf, idFromCursor, IdPipe, PageQuery } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { CancelSubscription } from '../application/cancel-subscription';
import { ListSubscriptions } from '../application/list-subscriptions';
import { PauseSubscription } from '../application/pause-subscription';
import { RedeemCode } from '../application/redeem-code';
import { ResumeSubscription } from '../application/resume-subscription';
import { StartTrial } from '../application/start-trial';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import {
  CancelSubscriptionDto,
  RedeemCodeDto,
  StartTrialDto,
  SubscriptionListDto,
  SubscriptionRowDto,
} from './subscription.dto';
import { presentSubscription } from './subscription.presenter';

@ApiTags('billing')
@ApiBearerAuth()
@Controller('auth/user/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly listSubscriptions: ListSubscriptions,
    private readonly cancelSubscription: CancelSubscription,
    private readonly resumeSubscription: ResumeSubscription,
    private readonly pauses: PauseSubscription,
    private readonly startTrial: StartTrial,
    private readonly redeemCode: RedeemCode,
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
    const subscriptions = await Promise.all(rows.slice(0, limit).map((row) => this.present(row)));
    return { subscriptions, next_cursor: cursorOf(rows, limit) };
  }

  /** Access runs until its end; asked again, nothing more happens. */
  @Post(':id/cancel')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: SubscriptionRowDto })
  async cancel(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) subscriptionId: Uuid,
    @Body() { reason_code: reason, comment }: CancelSubscriptionDto,
  ): Promise<SubscriptionRowDto> {
    const command = { subscriptionId, memberId, reason, comment };
    return this.present(await this.cancelSubscription.execute(command));
  }

  /** Withdraws a cancellation while access runs. */
  @Post(':id/resume')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: SubscriptionRowDto })
  async resume(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) subscriptionId: Uuid,
  ): Promise<SubscriptionRowDto> {
    return this.present(await this.resumeSubscription.execute({ subscriptionId, memberId }));
  }

  /** Where the plan allows it; its days are given back. */
  @Post(':id/pause')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: SubscriptionRowDto })
  async pause(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) subscriptionId: Uuid,
  ): Promise<SubscriptionRowDto> {
    return this.present(await this.pauses.pause({ subscriptionId, by: { memberId } }));
  }

  @Post(':id/unpause')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: SubscriptionRowDto })
  async unpause(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) subscriptionId: Uuid,
  ): Promise<SubscriptionRowDto> {
    return this.present(await this.pauses.unpause({ subscriptionId, by: { memberId } }));
  }

  /** Once in a group of plans, before anything else of it. */
  @Post('trial')
  @ApiCreatedResponse({ type: SubscriptionRowDto })
  async trial(
    @CurrentMember() { memberId }: Identity,
    @Body() { plan_code: planCode }: StartTrialDto,
  ): Promise<SubscriptionRowDto> {
    return this.present(await this.startTrial.execute({ memberId, planCode }));
  }

  /** A code sold or given elsewhere; each one works once. */
  @Post('redeem')
  @ApiCreatedResponse({ type: SubscriptionRowDto })
  async redeem(
    @CurrentMember() { memberId }: Identity,
    @Body() { code }: RedeemCodeDto,
  ): Promise<SubscriptionRowDto> {
    return this.present(await this.redeemCode.execute({ memberId, code }));
  }

  private async present(row: SubscriptionEntity): Promise<SubscriptionRowDto> {
    return presentSubscription(row, this.clock.today(), await this.listSubscriptions.isPausable(row));
  }
}
