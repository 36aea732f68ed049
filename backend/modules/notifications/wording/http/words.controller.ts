import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { EditWords } from '../application/edit-words';
import { ReadWords } from '../application/read-words';
import {
  WordingDto,
  WordingListDto,
  WordingPreviewDto,
  WordingPreviewRequestDto,
  WordingRevisionDto,
  WordingWriteDto,
  WordsKeyParams,
} from './words.dto';

const one = ':kind/:name/:locale';

/** What the mails and the short messages of the house say, in the staff's own words. */
@ApiTags('notifications')
@ApiBearerAuth()
@Controller('admin/notifications/words')
export class WordsController {
  constructor(
    private readonly words: ReadWords,
    private readonly edit: EditWords,
  ) {}

  @RequirePermission('notifications.words-write')
  @Get()
  @ApiOkResponse({ type: WordingListDto })
  list(): Promise<WordingListDto> {
    return this.words.list();
  }

  @RequirePermission('notifications.words-write')
  @Get(one)
  @ApiOkResponse({ type: WordingDto })
  read(@Param() key: WordsKeyParams): Promise<WordingDto> {
    return this.words.one(key);
  }

  /** As it would be sent, with sample values. */
  @RequirePermission('notifications.words-write')
  @Post(`${one}/preview`)
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: WordingPreviewDto })
  preview(@Param() key: WordsKeyParams, @Body() { fields }: WordingPreviewRequestDto): WordingPreviewDto {
    return this.words.preview(key, fields);
  }

  /** A draft: nobody gets it before it is published. */
  @RequirePermission('notifications.words-write')
  @Put(one)
  @ApiOkResponse({ type: WordingDto })
  async save(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param() key: WordsKeyParams,
    @Body() { fields, revision }: WordingWriteDto,
  ): Promise<WordingDto> {
    await this.edit.saveDraft({ ...key, actorId, revision }, { ...fields });
    return this.words.one(key);
  }

  @RequirePermission('notifications.words-write')
  @Post(`${one}/publish`)
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: WordingDto })
  async publish(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param() key: WordsKeyParams,
    @Body() { fields, revision }: WordingWriteDto,
  ): Promise<WordingDto> {
    await this.edit.publish({ ...key, actorId, revision }, { ...fields });
    return this.words.one(key);
  }

  /** The built-in words speak again. */
  @RequirePermission('notifications.words-write')
  @Post(`${one}/revert`)
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: WordingDto })
  async revert(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param() key: WordsKeyParams,
    @Body() { revision }: WordingRevisionDto,
  ): Promise<WordingDto> {
    await this.edit.revert({ ...key, actorId, revision });
    return this.words.one(key);
  }

  @RequirePermission('notifications.words-write')
  @Post(`${one}/discard`)
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: WordingDto })
  async discard(
    @CurrentMember() { memberId: actorId }: Identity,
    @Param() key: WordsKeyParams,
    @Body() { revision }: WordingRevisionDto,
  ): Promise<WordingDto> {
    await this.edit.discard({ ...key, actorId, revision });
    return this.words.one(key);
  }
}
