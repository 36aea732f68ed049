import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { UnitOfWork } from '@calmness/platform/database';
import { cursorOf, idFromCursor, IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReadDeliveryLog } from '../application/read-delivery-log';
import { ReconsiderByHand } from '../application/reconsider-by-hand';
import { DeliveryLogReader } from '../persistence/delivery-log';
import { deliveryCsv } from './delivery-csv';
import { DeliveryLogDto, DeliveryTimelineDto, LogFilterQuery, LogQuery } from './delivery-desk.dto';

const idParameter = { name: 'id', format: 'uuid' };

@ApiTags('notifications, staff')
@ApiBearerAuth()
@Controller('admin/notifications')
export class DeliveryLogController {
  constructor(
    private readonly log: ReadDeliveryLog,
    private readonly reader: DeliveryLogReader,
    private readonly byHand: ReconsiderByHand,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** What was sent, or why it was not; newest first. */
  @RequirePermission('notifications.mail-read')
  @Get('log')
  @ApiOkResponse({ type: DeliveryLogDto })
  async list(@Query() { limit, cursor, ...filter }: LogQuery): Promise<DeliveryLogDto> {
    const rows = await this.log.page(filter, limit, idFromCursor(cursor) as Uuid | undefined);
    return { deliveries: rows.slice(0, limit), next_cursor: cursorOf(rows, limit) };
  }

  /** The filtered log for a spreadsheet, without names: who took it out is audited. */
  @RequirePermission('notifications.mail-read')
  @Get('log/export.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(
    @CurrentMember() { memberId: actorId }: Identity,
    @Query() filter: LogFilterQuery,
  ): Promise<StreamableFile> {
    await this.unitOfWork.run((tx) => {
      const action = 'notifications.export-log';
      const after = { ...filter };
      tx.audit({ actorId, action, objectType: 'delivery', objectId: 'log', before: null, after });
      return Promise.resolve();
    });
    return new StreamableFile(Readable.from(deliveryCsv(this.reader.all(filter))), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="deliveries.csv"',
    });
  }

  /** What was decided, and every step since. */
  @RequirePermission('notifications.mail-read')
  @Get('deliveries/:id')
  @ApiParam(idParameter)
  @ApiOkResponse({ type: DeliveryTimelineDto })
  one(@Param('id', IdPipe) id: Uuid): Promise<DeliveryTimelineDto> {
    return this.log.one(id);
  }

  /** Sends it after all. What stands against it is asked about again; a second click does nothing. */
  @RequirePermission('notifications.desk-manage')
  @Post('deliveries/:id/retry')
  @HttpCode(200)
  @ApiParam(idParameter)
  @ApiOkResponse({ type: DeliveryTimelineDto })
  async retry(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('id', IdPipe) deliveryId: Uuid,
  ): Promise<DeliveryTimelineDto> {
    await this.byHand.retry({ deliveryId, actorId });
    return this.log.one(deliveryId);
  }

  /** Holds back what has not left. */
  @RequirePermission('notifications.desk-manage')
  @Post('deliveries/:id/cancel')
  @HttpCode(200)
  @ApiParam(idParameter)
  @ApiOkResponse({ type: DeliveryTimelineDto })
  async cancel(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('id', IdPipe) deliveryId: Uuid,
  ): Promise<DeliveryTimelineDto> {
    await this.byHand.cancel({ deliveryId, actorId });
    return this.log.one(deliveryId);
  }
}
