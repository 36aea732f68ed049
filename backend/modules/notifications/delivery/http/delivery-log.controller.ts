import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactBook } from '@calmness/accounts';
import { RequirePermission } from '@calmness/platform/auth';
import { cursorOf, idFromCursor, PageQuery } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import type { DeliveryEntity } from '../persistence/delivery.entity';
import { DeliveryRepository } from '../persistence/delivery.repository';
import { DeliveryLogDto, type DeliveryLogRowDto } from './delivery-log.dto';

@ApiTags('notifications')
@ApiBearerAuth()
@Controller('admin/notifications/log')
export class DeliveryLogController {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly contacts: ContactBook,
  ) {}

  /** What was sent, or why it was not; newest first. */
  @RequirePermission('notifications.mail-read')
  @Get()
  @ApiOkResponse({ type: DeliveryLogDto })
  async list(@Query() page: PageQuery): Promise<DeliveryLogDto> {
    const rows = await this.deliveries.log(page.limit + 1, idFromCursor(page.cursor) as Uuid | undefined);
    const contacts = await this.contacts.contactsOf([...new Set(rows.map((row) => row.recipientId))]);
    const names = new Map(contacts.map((one) => [one.memberId, `${one.firstName} ${one.lastName}`]));
    return {
      deliveries: rows.slice(0, page.limit).map((row) => present(row, names.get(row.recipientId) ?? '—')),
      next_cursor: cursorOf(rows, page.limit),
    };
  }
}

function present(row: DeliveryEntity, recipientName: string): DeliveryLogRowDto {
  return {
    id: row.id,
    channel: row.channel,
    template: row.template,
    recipient_name: recipientName,
    state: row.state,
    attempts: row.attempts,
    last_reason: row.lastReason,
    created_at: row.createdAt.toISOString(),
    closed_at: row.closedAt?.toISOString() ?? null,
  };
}
