import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '@calmness/platform/auth';
import { cursorOf, idFromCursor } from '@calmness/platform/http';
import { AuditEntryListDto, AuditQuery } from './audit.dto';
import { AuditLog } from './audit-log';

@ApiTags('audit')
@ApiBearerAuth()
@Controller('admin/audit-log')
export class AuditController {
  constructor(private readonly auditLog: AuditLog) {}

  @RequirePermission('audit.read')
  @Get()
  @ApiOkResponse({ type: AuditEntryListDto })
  async list(@Query() query: AuditQuery): Promise<AuditEntryListDto> {
    const rows = await this.auditLog.read({
      objectType: query.object_type,
      objectId: query.object_id,
      actorId: query.actor_id,
      limit: query.limit + 1,
      beforeId: idFromCursor(query.cursor),
    });
    const entries = rows.slice(0, query.limit).map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
    return { entries, next_cursor: cursorOf(rows, query.limit) };
  }
}
