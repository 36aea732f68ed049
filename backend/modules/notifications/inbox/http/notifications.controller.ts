import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { cursorAt, cursorOf, IdPipe, idFromCursor } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReadInbox } from '../application/read-inbox';
import { TidyInbox } from '../application/tidy-inbox';
import { presentNotification } from './notification.presenter';
import {
  ChangedCountDto,
  NotificationDto,
  NotificationListDto,
  NotificationsQuery,
  UnreadCountDto,
  UpToQuery,
} from './notifications.dto';
import { sendUnlessUnchanged } from './unchanged';

const idParameter = { name: 'id', format: 'uuid' };

/** A member's messages, under both paths the first clients knew. */
@ApiTags('notifications')
@ApiBearerAuth()
@Controller(['notifications', 'auth/user/notifications'])
export class NotificationsController {
  constructor(
    private readonly inbox: ReadInbox,
    private readonly tidy: TidyInbox,
  ) {}

  @Get()
  @ApiOkResponse({ type: NotificationListDto })
  async list(
    @CurrentMember() { memberId }: Identity,
    @Query() query: NotificationsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { rows, unreadCount } = await this.inbox.execute({
      memberId,
      status: query.status ?? (query.unread_only === 'true' ? 'unread' : 'all'),
      folder: query.folder,
      type: query.type,
      category: query.category,
      beforeId: idFromCursor(query.cursor) as Uuid | undefined,
      limit: query.limit,
    });
    const body: NotificationListDto = {
      notifications: rows.slice(0, query.limit).map(presentNotification),
      unread_count: unreadCount,
      next_cursor: cursorOf(rows, query.limit),
      newest_cursor: rows[0] ? cursorAt(rows[0]) : null,
    };
    await sendUnlessUnchanged(request, reply, body);
  }

  @Get('unread-count')
  @ApiOkResponse({ type: UnreadCountDto })
  async unreadCount(
    @CurrentMember() { memberId }: Identity,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const body: UnreadCountDto = { unread_count: await this.inbox.unreadCount(memberId) };
    await sendUnlessUnchanged(request, reply, body);
  }

  @Post('read-all')
  @HttpCode(200)
  @ApiOkResponse({ type: ChangedCountDto })
  async readAll(
    @CurrentMember() { memberId }: Identity,
    @Query() { before }: UpToQuery,
  ): Promise<ChangedCountDto> {
    return { changed: await this.tidy.readAll(memberId, idFromCursor(before, 'before') as Uuid | undefined) };
  }

  @Post('seen')
  @HttpCode(200)
  @ApiOkResponse({ type: ChangedCountDto })
  async seen(
    @CurrentMember() { memberId }: Identity,
    @Query() { before }: UpToQuery,
  ): Promise<ChangedCountDto> {
    return { changed: await this.tidy.see(memberId, idFromCursor(before, 'before') as Uuid | undefined) };
  }

  @Delete('clear-read')
  @ApiOkResponse({ type: ChangedCountDto })
  async clearRead(@CurrentMember() { memberId }: Identity): Promise<ChangedCountDto> {
    return { changed: await this.tidy.removeRead(memberId) };
  }

  @Get(':id')
  @ApiParam(idParameter)
  @ApiOkResponse({ type: NotificationDto })
  async one(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
  ): Promise<NotificationDto> {
    return presentNotification(await this.inbox.one(memberId, id));
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiParam(idParameter)
  @ApiOkResponse({ type: ChangedCountDto })
  async read(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
  ): Promise<ChangedCountDto> {
    return { changed: await this.tidy.read(memberId, id) };
  }

  @Post(':id/unread')
  @HttpCode(200)
  @ApiParam(idParameter)
  @ApiOkResponse({ type: ChangedCountDto })
  async unread(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
  ): Promise<ChangedCountDto> {
    return { changed: await this.tidy.unread(memberId, id) };
  }

  @Delete(':id/delete')
  @ApiParam(idParameter)
  @ApiOkResponse({ type: ChangedCountDto })
  async remove(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
  ): Promise<ChangedCountDto> {
    return { changed: await this.tidy.remove(memberId, id) };
  }
}
