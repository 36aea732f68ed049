import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Put, Redirect } from '@nestjs/common';
import { ApiBearerAuth, ApiFoundResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { reminderSwitches } from '@calmness/contracts';
import { CurrentMember, Public, type Identity } from '@calmness/platform/auth';
import { Config } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { Preferences } from '../application/preferences';
import { UnsubscribeLinks } from '../application/unsubscribe-links';
import { cells, isMandatory, isWanted } from '../domain/preferences';
import { PreferencesDto, PreferencesWriteDto, UnsubscribeDto } from './preferences.dto';

/** What a member wants to hear, and where. */
@ApiTags('notifications')
@Controller('notifications')
export class PreferencesController {
  constructor(
    private readonly preferences: Preferences,
    private readonly links: UnsubscribeLinks,
    private readonly config: Config,
  ) {}

  @ApiBearerAuth()
  @Get('preferences')
  @ApiOkResponse({ type: PreferencesDto })
  read(@CurrentMember() { memberId }: Identity): Promise<PreferencesDto> {
    return this.present(memberId);
  }

  /** What is left out stays. */
  @ApiBearerAuth()
  @Put('preferences')
  @ApiOkResponse({ type: PreferencesDto })
  async save(
    @CurrentMember() { memberId }: Identity,
    @Body() { cells: chosen, reminders, version }: PreferencesWriteDto,
  ): Promise<PreferencesDto> {
    await this.preferences.save(memberId, chosen, version, reminders);
    return this.present(memberId);
  }

  /** For eyes: the page that asks before anything changes, since link scanners open what they see. */
  @Public()
  @Get('unsubscribe/:token')
  @ApiParam({ name: 'token' })
  @Redirect()
  @ApiFoundResponse()
  page(@Param('token') token: string): { url: string } {
    return { url: `${this.config.publicBaseUrl}/unsubscribe?token=${encodeURIComponent(token)}` };
  }

  /** One click, no login, no page in between (RFC 8058): mail programs post here by themselves. */
  @Public()
  @Post('unsubscribe/:token')
  @HttpCode(HttpStatus.OK)
  @ApiParam({ name: 'token' })
  @ApiOkResponse({ type: UnsubscribeDto })
  async unsubscribe(@Param('token') token: string): Promise<UnsubscribeDto> {
    const named = this.links.read(token);
    if (!named) throw new DomainError('request.not-found', {}, 'not-found');
    for (const category of named.categories)
      await this.preferences.optOut(named.memberId, { category, channel: 'email' });
    return { categories: [...named.categories] };
  }

  private async present(memberId: Uuid): Promise<PreferencesDto> {
    const { choices, reminders, version } = await this.preferences.read(memberId);
    return {
      version,
      cells: cells.map((cell) => ({
        ...cell,
        enabled: isWanted(cell, choices),
        mandatory: isMandatory(cell),
      })),
      reminders: reminderSwitches.map((key) => ({ key, enabled: reminders[key] ?? true })),
    };
  }
}
