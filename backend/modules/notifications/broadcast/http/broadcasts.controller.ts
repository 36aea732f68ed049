import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { cursorOf, IdPipe, idFromCursor, PageQuery } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ManageBroadcasts } from '../application/manage-broadcasts';
import { ReadBroadcasts } from '../application/read-broadcasts';
import {
  BroadcastConfirmDto,
  BroadcastDto,
  BroadcastListDto,
  BroadcastPutDto,
  BroadcastVersionQuery,
  BroadcastWriteDto,
} from './broadcasts.dto';

/** News for a whole audience: written, counted, confirmed, followed, stopped. */
@ApiTags('notifications')
@ApiBearerAuth()
@Controller('admin/notifications/broadcasts')
export class BroadcastsController {
  constructor(
    private readonly broadcasts: ReadBroadcasts,
    private readonly manage: ManageBroadcasts,
  ) {}

  @RequirePermission('notifications.broadcast')
  @Get()
  @ApiOkResponse({ type: BroadcastListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<BroadcastListDto> {
    const views = await this.broadcasts.list(limit, idFromCursor(cursor) as Uuid | undefined);
    return { broadcasts: views.slice(0, limit), next_cursor: cursorOf(views, limit) };
  }

  @RequirePermission('notifications.broadcast')
  @Post()
  @ApiCreatedResponse({ type: BroadcastDto })
  async create(
    @CurrentMember() { memberId }: Identity,
    @Body() write: BroadcastWriteDto,
  ): Promise<BroadcastDto> {
    return this.broadcasts.one(await this.manage.create(memberId, write));
  }

  @RequirePermission('notifications.broadcast')
  @Get(':id')
  @ApiOkResponse({ type: BroadcastDto })
  read(@Param('id', IdPipe) id: Uuid): Promise<BroadcastDto> {
    return this.broadcasts.one(id);
  }

  @RequirePermission('notifications.broadcast')
  @Put(':id')
  @ApiOkResponse({ type: BroadcastDto })
  async update(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() { version, ...write }: BroadcastPutDto,
  ): Promise<BroadcastDto> {
    await this.manage.update({ actorId, id }, write, version);
    return this.broadcasts.one(id);
  }

  @RequirePermission('notifications.broadcast')
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async remove(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Query() { version }: BroadcastVersionQuery,
  ): Promise<void> {
    await this.manage.remove({ actorId, id }, version);
  }

  /** How many people it would reach now, by channel, and who would not hear it; nothing is sent. */
  @RequirePermission('notifications.broadcast')
  @Post(':id/count')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: BroadcastDto })
  async count(@Param('id', IdPipe) id: Uuid): Promise<BroadcastDto> {
    await this.manage.count(id);
    return this.broadcasts.one(id);
  }

  /** It leaves. */
  @RequirePermission('notifications.broadcast')
  @Post(':id/confirm')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: BroadcastDto })
  async confirm(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() { version, reached }: BroadcastConfirmDto,
  ): Promise<BroadcastDto> {
    await this.manage.confirm({ actorId, id }, version, reached);
    return this.broadcasts.one(id);
  }

  /** What did not leave yet never does. */
  @RequirePermission('notifications.broadcast')
  @Post(':id/stop')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: BroadcastDto })
  async stop(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('id', IdPipe) id: Uuid,
  ): Promise<BroadcastDto> {
    await this.manage.stop({ actorId, id });
    return this.broadcasts.one(id);
  }
}
