import { createHash } from 'node:crypto';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember, OwnerOnly, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { PushPort } from '@calmness/platform/vendors/push';
import { PushSubscriptions } from '../application/push-subscriptions';
import { SubscribeBrowser } from '../application/subscribe-browser';
import { PushKeyDto, PushSubscriptionListDto, PushSubscriptionWriteDto } from './push.dto';

/** The browsers a member wants to be rung in. */
@ApiTags('notifications')
@ApiBearerAuth()
@Controller('notifications')
export class PushController {
  constructor(
    private readonly push: PushPort,
    private readonly subscriptions: PushSubscriptions,
    private readonly subscribe: SubscribeBrowser,
  ) {}

  @Get('push-key')
  @ApiOkResponse({ type: PushKeyDto })
  key(): PushKeyDto {
    return { public_key: this.push.publicKey };
  }

  @Get('push-subscriptions')
  @ApiOkResponse({ type: PushSubscriptionListDto })
  list(@CurrentMember() { memberId }: Identity): Promise<PushSubscriptionListDto> {
    return this.present(memberId);
  }

  /** The same browser again changes its row. */
  @Post('push-subscriptions')
  @OwnerOnly()
  @ApiCreatedResponse({ type: PushSubscriptionListDto })
  async add(
    @CurrentMember() { memberId }: Identity,
    @Body() { endpoint, keys }: PushSubscriptionWriteDto,
    @Headers('user-agent') userAgent = '',
  ): Promise<PushSubscriptionListDto> {
    await this.subscribe.execute(memberId, { endpoint, ...keys }, userAgent);
    return this.present(memberId);
  }

  @Delete('push-subscriptions/:id')
  @OwnerOnly()
  @HttpCode(204)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  async remove(@CurrentMember() { memberId }: Identity, @Param('id', IdPipe) id: Uuid): Promise<void> {
    await this.subscriptions.remove(memberId, id);
  }

  private async present(memberId: Uuid): Promise<PushSubscriptionListDto> {
    const browsers = await this.subscriptions.of(memberId);
    return {
      push_subscriptions: browsers.map(({ id, device, createdAt, endpoint }) => ({
        ...{ id, device, created_at: createdAt.toISOString() },
        endpoint_hash: createHash('sha256').update(endpoint).digest('base64url'),
      })),
    };
  }
}
