import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { PutAside } from '../application/put-aside';
import { ChangedCountDto, SnoozeDto } from './notifications.dto';

const idParameter = { name: 'id', format: 'uuid' };

/** Messages one puts away, or off. */
@ApiTags('notifications')
@ApiBearerAuth()
@Controller(['notifications', 'auth/user/notifications'])
export class PutAsideController {
  constructor(private readonly putAside: PutAside) {}

  @Post(':id/archive')
  @HttpCode(200)
  @ApiParam(idParameter)
  @ApiOkResponse({ type: ChangedCountDto })
  async archive(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
  ): Promise<ChangedCountDto> {
    return { changed: await this.putAside.archive(memberId, id) };
  }

  @Post(':id/unarchive')
  @HttpCode(200)
  @ApiParam(idParameter)
  @ApiOkResponse({ type: ChangedCountDto })
  async unarchive(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
  ): Promise<ChangedCountDto> {
    return { changed: await this.putAside.unarchive(memberId, id) };
  }

  @Post(':id/snooze')
  @HttpCode(200)
  @ApiParam(idParameter)
  @ApiOkResponse({ type: ChangedCountDto })
  async snooze(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() { until }: SnoozeDto,
  ): Promise<ChangedCountDto> {
    return { changed: await this.putAside.snooze(memberId, id, until === null ? null : new Date(until)) };
  }
}
