import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { Labels } from '../application/labels';
import { LabelListDto, LabelWriteDto } from './members.dto';

/** Tags and groups of members. */
@ApiTags('accounts, staff')
@ApiBearerAuth()
@Controller('admin/labels')
export class LabelsController {
  constructor(private readonly labels: Labels) {}

  @RequirePermission('accounts.members-read')
  @Get()
  @ApiOkResponse({ type: LabelListDto })
  async list(): Promise<LabelListDto> {
    return { labels: await this.labels.list() };
  }

  @RequirePermission('accounts.members-write')
  @Post()
  @ApiCreatedResponse({ type: LabelListDto })
  async create(
    @CurrentMember() { memberId: actorId }: Identity,
    @Body() { kind, name }: LabelWriteDto,
  ): Promise<LabelListDto> {
    await this.labels.create({ actorId, kind, name });
    return this.list();
  }

  @RequirePermission('accounts.members-write')
  @Put(':id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: LabelListDto })
  async rename(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() { kind, name }: LabelWriteDto,
  ): Promise<LabelListDto> {
    await this.labels.rename(id, { actorId, kind, name });
    return this.list();
  }

  @RequirePermission('accounts.members-write')
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  async remove(@CurrentMember() { memberId }: Identity, @Param('id', IdPipe) id: Uuid): Promise<void> {
    await this.labels.remove(id, memberId);
  }
}
