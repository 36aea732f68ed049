import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { cursorOf, idFromCursor, PageQuery } from '@calmness/platform/http';
import { AccessLedger } from '../application/access-ledger';
import { AccessLedgerListDto } from './access-ledger.dto';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('auth/user/access-ledger')
export class AccessLedgerController {
  constructor(private readonly ledger: AccessLedger) {}

  /** Who of the staff opened the member's file, newest first. */
  @Get()
  @ApiOkResponse({ type: AccessLedgerListDto })
  async list(
    @CurrentMember() { memberId }: Identity,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<AccessLedgerListDto> {
    const lines = await this.ledger.list(memberId, limit + 1, idFromCursor(cursor));
    const entries = lines
      .slice(0, limit)
      .map(({ id, at, staffName, staffRole, section, reason, detail }) => ({
        id,
        at: at.toISOString(),
        staff_name: staffName,
        staff_role: staffRole,
        ...{ section, reason, detail },
      }));
    return { entries, next_cursor: cursorOf(lines, limit) };
  }
}
