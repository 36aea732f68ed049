import { Body, Controller, Delete, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReasonDto } from '../../directory/http/governance.dto';
import { CancelErasure } from '../application/cancel-erasure';
import { FindBlockers } from '../application/find-blockers';
import { ScheduleErasure } from '../application/schedule-erasure';

/** The staff removes an account: an erasure a week ahead, and until then it can be restored. */
@ApiTags('accounts, staff')
@ApiBearerAuth()
@Controller('admin/members/:id/removal')
export class RemovalController {
  constructor(
    private readonly blockers: FindBlockers,
    private readonly scheduleErasure: ScheduleErasure,
    private readonly cancelErasure: CancelErasure,
  ) {}

  /** Nobody gives up for a member what he paid for: any blocker refuses. */
  @RequirePermission('accounts.members-write')
  @Post()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  async remove(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('id', IdPipe) memberId: Uuid,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    if (actorId === memberId) throw new DomainError('accounts.own-account', {}, 'conflict');
    const codes = (await this.blockers.execute(memberId)).map(({ code }) => code);
    if (codes.length > 0) throw new DomainError('accounts.erasure-blocked', { blockers: codes }, 'conflict');
    await this.scheduleErasure.execute({ memberId, by: { origin: 'staff', actorId, reason } });
  }

  @RequirePermission('accounts.members-write')
  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  async restore(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('id', IdPipe) memberId: Uuid,
  ): Promise<void> {
    await this.cancelErasure.execute(memberId, actorId);
  }
}
