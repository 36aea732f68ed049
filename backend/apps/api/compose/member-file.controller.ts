import { Controller, Get, Inject, Injectable, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { AccessLedger, FileOpeningDto, MemberFile } from '@calmness/accounts';
import type { MemberFileSections } from '@calmness/contracts';
import { CurrentMember, holds, RequirePermission, type Identity } from '@calmness/platform/auth';
import { MemberFileSection, type MemberFilePart } from '@calmness/platform/composition';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { errorFields, Log } from '@calmness/platform/observability';
import { MemberFileDto } from './member-file.dto';

export const memberFileSections = Symbol('member file sections');

/** Puts the domains' sections into one file, for what the reader may see; one that fails is absent. */
@Injectable()
export class MemberFileComposer {
  constructor(
    @Inject(memberFileSections) private readonly sections: readonly MemberFileSection[],
    private readonly log: Log,
  ) {}

  async compose(memberId: Uuid, reader: Identity): Promise<MemberFileSections> {
    const allowed = this.sections.filter(({ permission }) => holds(reader, permission));
    const parts = await Promise.all(allowed.map((section) => this.ask(section, memberId)));
    return Object.assign({}, ...parts) as MemberFileSections;
  }

  private async ask(section: MemberFileSection, memberId: Uuid): Promise<MemberFilePart> {
    try {
      return await section.read(memberId);
    } catch (error) {
      this.log.error('member file section failed', { section: section.name, ...errorFields(error) });
      return {};
    }
  }
}

@ApiTags('accounts, staff')
@ApiBearerAuth()
@Controller('admin/members/:id')
export class MemberFileController {
  constructor(
    private readonly file: MemberFile,
    private readonly composer: MemberFileComposer,
    private readonly ledger: AccessLedger,
  ) {}

  /** The whole file of a member. Why it is opened is written down first, and the member reads it. */
  @RequirePermission('accounts.members-read')
  @Get()
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: MemberFileDto })
  async read(
    @CurrentMember() reader: Identity,
    @Param('id', IdPipe) memberId: Uuid,
    @Query() { reason, detail }: FileOpeningDto,
  ): Promise<MemberFileDto> {
    const member = await this.file.card(memberId, reader.memberId);
    await this.ledger.note({ memberId, staffId: reader.memberId, section: 'file', reason, detail });
    return { member, sections: await this.composer.compose(memberId, reader) };
  }
}
