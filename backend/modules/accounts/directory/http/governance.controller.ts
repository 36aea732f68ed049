import { Body, Controller, Delete, HttpCode, HttpStatus, Param, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { importOutcomes } from '@calmness/contracts';
import { accessTokenSeconds, CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { GovernMany } from '../application/govern-many';
import { GovernMember } from '../application/govern-member';
import { ImportMembers } from '../application/import-members';
import { ViewAsMember } from '../application/view-as-member';
import {
  BulkDto,
  BulkResultDto,
  FileOpeningDto,
  ImportDto,
  ImportReportDto,
  ReasonDto,
  RolesDto,
  ViewAsGrantDto,
} from './governance.dto';

/** What the staff does to accounts. */
@ApiTags('accounts, staff')
@ApiBearerAuth()
@Controller('admin/members')
export class GovernanceController {
  constructor(
    private readonly governMember: GovernMember,
    private readonly governMany: GovernMany,
    private readonly importMembers: ImportMembers,
    private readonly viewAsMember: ViewAsMember,
  ) {}

  /** Each member has his own answer. */
  @RequirePermission('accounts.members-write')
  @Post('bulk')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: BulkResultDto })
  async bulk(
    @CurrentMember() { memberId: actorId }: Identity,
    @Body() { action, member_ids: memberIds, label_id: labelId, reason }: BulkDto,
  ): Promise<BulkResultDto> {
    const answers = await this.governMany.execute({ actorId, action, memberIds, labelId, reason });
    return {
      results: answers.map(({ memberId, code }) => ({ member_id: memberId, done: code === null, code })),
    };
  }

  /** Says what it would do, or does it, line by line. */
  @RequirePermission('accounts.members-write')
  @Post('import')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: ImportReportDto })
  async import(
    @CurrentMember() { memberId }: Identity,
    @Body() { csv, dry_run: dryRun }: ImportDto,
  ): Promise<ImportReportDto> {
    const rows = await this.importMembers.execute(memberId, csv, dryRun);
    const counted = importOutcomes.map((outcome) => [
      outcome,
      rows.filter((row) => row.outcome === outcome).length,
    ]);
    return { dry_run: dryRun, rows, counts: Object.fromEntries(counted) as ImportReportDto['counts'] };
  }

  @RequirePermission('accounts.roles-write')
  @Put(':id/roles')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  async changeRoles(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() { roles, version }: RolesDto,
  ): Promise<void> {
    await this.governMember.changeRoles(memberId, id, roles, version);
  }

  /** Ends every session of the member; he cannot come in until it is lifted. */
  @RequirePermission('accounts.members-write')
  @Post(':id/lock')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  async lock(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    await this.governMember.lock(memberId, id, reason);
  }

  @RequirePermission('accounts.members-write')
  @Delete(':id/lock')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  async unlock(@CurrentMember() { memberId }: Identity, @Param('id', IdPipe) id: Uuid): Promise<void> {
    await this.governMember.unlock(memberId, id);
  }

  /** The member's pages as he sees them, to read only, for fifteen minutes; he reads of it in his ledger. */
  @RequirePermission('accounts.members-view-as')
  @Post(':id/view')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiCreatedResponse({ type: ViewAsGrantDto })
  async view(
    @CurrentMember() staff: Identity,
    @Param('id', IdPipe) memberId: Uuid,
    @Body() { reason, detail }: FileOpeningDto,
  ): Promise<ViewAsGrantDto> {
    const token = await this.viewAsMember.execute({ staff, memberId, reason, detail });
    return { access_token: token, expires_in: accessTokenSeconds };
  }
}
