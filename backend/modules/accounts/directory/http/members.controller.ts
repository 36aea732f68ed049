import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { UnitOfWork } from '@calmness/platform/database';
import { ListMembers } from '../application/list-members';
import { presentMemberRow } from '../application/member-row';
import { memberCsv } from './member-csv';
import { MemberListDto, MembersQuery, SortedMembersQuery } from './members.dto';

@ApiTags('accounts, staff')
@ApiBearerAuth()
@Controller('admin/members')
export class MembersController {
  constructor(
    private readonly listMembers: ListMembers,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @RequirePermission('accounts.members-read')
  @Get()
  @ApiOkResponse({ type: MemberListDto })
  async list(@Query() { sort, limit, cursor, ...filter }: MembersQuery): Promise<MemberListDto> {
    const { members, total, nextCursor } = await this.listMembers.execute({ filter, sort, cursor, limit });
    return { members: members.map(presentMemberRow), total, next_cursor: nextCursor };
  }

  /** The whole filtered list for a spreadsheet: who took it out is audited. */
  @RequirePermission('accounts.members-export')
  @Get('export.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(
    @CurrentMember() { memberId: actorId }: Identity,
    @Query() { sort, ...filter }: SortedMembersQuery,
  ): Promise<StreamableFile> {
    const action = 'accounts.export-members';
    await this.unitOfWork.run((tx) => {
      tx.audit({
        actorId,
        action,
        objectType: 'member',
        objectId: 'list',
        before: null,
        after: { ...filter },
      });
      return Promise.resolve();
    });
    const rows = Readable.from(memberCsv(this.listMembers.all(filter, sort)));
    return new StreamableFile(rows, {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="members.csv"',
    });
  }
}
