import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
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
import { SavedFilters } from '../application/saved-filters';
import { SavedFilterListDto, SavedFilterWriteDto } from './members.dto';

/** The ways one of the staff looks at the list of members. */
@ApiTags('accounts, staff')
@ApiBearerAuth()
@Controller('admin/member-filters')
export class SavedFiltersController {
  constructor(private readonly savedFilters: SavedFilters) {}

  @RequirePermission('accounts.members-read')
  @Get()
  @ApiOkResponse({ type: SavedFilterListDto })
  async list(@CurrentMember() { memberId }: Identity): Promise<SavedFilterListDto> {
    const filters = await this.savedFilters.list(memberId);
    return {
      filters: filters.map(({ id, name, filter, sort }) => ({
        id,
        name,
        filter: { ...filter },
        sort,
      })) as SavedFilterListDto['filters'],
    };
  }

  @RequirePermission('accounts.members-read')
  @Post()
  @ApiCreatedResponse({ type: SavedFilterListDto })
  async add(
    @CurrentMember() identity: Identity,
    @Body() { name, filter, sort }: SavedFilterWriteDto,
  ): Promise<SavedFilterListDto> {
    await this.savedFilters.add({ ownerId: identity.memberId, name, filter, sort });
    return this.list(identity);
  }

  @RequirePermission('accounts.members-read')
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse()
  async remove(@CurrentMember() { memberId }: Identity, @Param('id', IdPipe) id: Uuid): Promise<void> {
    await this.savedFilters.remove(memberId, id);
  }
}
