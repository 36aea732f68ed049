import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { MemberRow } from '@calmness/contracts';
import { RequirePermission } from '@calmness/platform/auth';
import { cursorOf, idFromCursor } from '@calmness/platform/http';
import { ListMembers } from '../application/list-members';
import { eligibilityOf } from '../../profile/domain/eligibility';
import type { MemberEntity } from '../persistence/member.entity';
import { MemberListDto, MembersQuery } from './members.dto';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('admin/members')
export class MembersController {
  constructor(private readonly listMembers: ListMembers) {}

  /** Newest first. */
  @RequirePermission('accounts.members-read')
  @Get()
  @ApiOkResponse({ type: MemberListDto })
  async list(@Query() query: MembersQuery): Promise<MemberListDto> {
    const rows = await this.listMembers.execute({
      text: query.search,
      beforeId: idFromCursor(query.cursor),
      limit: query.limit + 1,
    });
    return {
      members: rows.slice(0, query.limit).map(presentRow),
      next_cursor: cursorOf(rows, query.limit),
    };
  }
}

function presentRow(member: MemberEntity): MemberRow {
  return {
    id: member.id,
    email: member.email,
    first_name: member.firstName,
    last_name: member.lastName,
    roles: member.roles,
    is_verified: member.emailVerifiedAt !== null,
    can_make_payment: eligibilityOf(member).canMakePayment,
    is_demo: member.isDemo,
    created_at: member.createdAt.toISOString(),
  };
}
