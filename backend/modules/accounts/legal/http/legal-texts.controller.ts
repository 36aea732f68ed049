import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { PublishLegalText } from '../application/publish-legal-text';
import { LegalTextRepository } from '../persistence/legal-text.repository';
import { LegalTextVersionListDto, PublishLegalTextDto } from './legal-texts.dto';

/** Writing the academy's legal texts. */
@ApiTags('legal, staff')
@ApiBearerAuth()
@Controller('admin/legal-texts')
export class LegalTextsController {
  constructor(
    private readonly publishText: PublishLegalText,
    private readonly texts: LegalTextRepository,
  ) {}

  /** Every version that was ever in force, newest first. */
  @RequirePermission('accounts.legal-texts-write')
  @Get()
  @ApiOkResponse({ type: LegalTextVersionListDto })
  async list(): Promise<LegalTextVersionListDto> {
    const versions = await this.texts.versions();
    return {
      versions: versions.map(({ code, version, publishedAt, titles }) => ({
        ...{ code, titles, version: String(version) },
        published_at: publishedAt.toISOString(),
      })),
    };
  }

  /** In force at once; members are asked to accept it at their next visit when it is one of the terms. */
  @RequirePermission('accounts.legal-texts-write')
  @Post()
  @ApiCreatedResponse({ type: LegalTextVersionListDto })
  async publish(
    @CurrentMember() { memberId: actorId }: Identity,
    @Body() { code, base_version: base, fr, en }: PublishLegalTextDto,
  ): Promise<LegalTextVersionListDto> {
    await this.publishText.execute({ actorId, code, baseVersion: Number(base), texts: { fr, en } });
    return this.list();
  }
}
