import { Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { ParkedEventList, ParkedEventView } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { UnitOfWork } from '@calmness/platform/database';
import { IdPipe, PageQuery } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { EventReplay } from './replay';

class ParkedEventDto implements ParkedEventView {
  @ApiProperty() consumer!: string;
  @ApiProperty() event_id!: string;
  @ApiProperty() event_name!: string;
  @ApiProperty() attempts!: number;
  @ApiProperty() last_error!: string;
  @ApiProperty({ format: 'date-time' }) parked_at!: string;
}
class ParkedEventListDto implements ParkedEventList {
  @ApiProperty({ type: [ParkedEventDto] }) parked_events!: ParkedEventDto[];
  @ApiProperty({ type: String, nullable: true }) next_cursor!: string | null;
}

@ApiTags('operations')
@ApiBearerAuth()
@Controller('admin/events/parked')
export class ParkedEventsController {
  constructor(
    private readonly replay: EventReplay,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Events that failed eight times, newest first. */
  @RequirePermission('operations.events-read')
  @Get()
  @ApiOkResponse({ type: ParkedEventListDto })
  async list(@Query() page: PageQuery): Promise<ParkedEventListDto> {
    const before = page.cursor ? new Date(Buffer.from(page.cursor, 'base64url').toString('utf8')) : undefined;
    const rows = await this.replay.parked(page.limit + 1, before);
    const shown = rows
      .slice(0, page.limit)
      .map((row) => ({ ...row, parked_at: new Date(row.parked_at).toISOString() }));
    const last = rows.length > page.limit ? shown.at(-1) : undefined;
    return {
      parked_events: shown,
      next_cursor: last ? Buffer.from(last.parked_at).toString('base64url') : null,
    };
  }

  @RequirePermission('operations.events-retry')
  @Post(':event_id/:consumer/retry')
  @HttpCode(204)
  @ApiParam({ name: 'event_id', format: 'uuid' })
  @ApiParam({ name: 'consumer' })
  @ApiNoContentResponse({ description: 'handed to the relay again' })
  async retry(
    @Param('event_id', IdPipe) eventId: Uuid,
    @Param('consumer') consumer: string,
    @CurrentMember() identity: Identity,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.replay.retry(consumer, eventId);
      tx.audit({
        actorId: identity.memberId,
        action: 'operations.retry-event',
        objectType: 'event',
        objectId: eventId,
        before: { consumer, parked: true },
        after: { consumer, parked: false },
      });
    });
  }
}

@Module({ controllers: [ParkedEventsController] })
export class EventsHttpModule {}
