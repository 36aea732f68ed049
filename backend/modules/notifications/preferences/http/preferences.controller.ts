import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Put, Redirect } from '@nestjs/common';
import { ApiBearerAuth, ApiFoundResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  digestableCategories,
  reminderSwitches,
  staffRoles,
  type NotificationCategory,
  type Role,
} from '@calmness/contracts';
import { CurrentMember, Public, type Identity } from '@calmness/platform/auth';
import { Config } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import { ChannelObstacles } from '../application/channel-obstacles';
import { Preferences } from '../application/preferences';
import { UnsubscribeLinks } from '../application/unsubscribe-links';
import { digestOf } from '../domain/digest';
import { cells, isMandatory, isWanted } from '../domain/preferences';
import { PreferencesDto, PreferencesWriteDto, UnsubscribeDto } from './preferences.dto';

/** What a member wants to hear, and where. */
@ApiTags('notifications')
@Controller('notifications')
export class PreferencesController {
  constructor(
    private readonly preferences: Preferences,
    private readonly obstacles: ChannelObstacles,
    private readonly links: UnsubscribeLinks,
    private readonly config: Config,
  ) {}

  @ApiBearerAuth()
  @Get('preferences')
  @ApiOkResponse({ type: PreferencesDto })
  read(@CurrentMember() identity: Identity): Promise<PreferencesDto> {
    return this.present(identity);
  }

  /** What is left out stays. */
  @ApiBearerAuth()
  @Put('preferences')
  @ApiOkResponse({ type: PreferencesDto })
  async save(
    @CurrentMember() identity: Identity,
    @Body() { cells: chosen, reminders, digests, version }: PreferencesWriteDto,
  ): Promise<PreferencesDto> {
    await this.preferences.save(identity.memberId, chosen, version, { reminders, digests });
    return this.present(identity);
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

  private async present({ memberId, roles }: Identity): Promise<PreferencesDto> {
    const { choices, reminders, digests, version } = await this.preferences.read(memberId);
    const concerned = isStaff(roles)
      ? () => true
      : ({ category }: { category: NotificationCategory }) => category !== 'staff';
    return {
      version,
      cells: cells.filter(concerned).map((cell) => ({
        ...cell,
        enabled: isWanted(cell, choices),
        mandatory: isMandatory(cell),
      })),
      reminders: reminderSwitches.map((key) => ({ key, enabled: reminders[key] ?? true })),
      digests: digestableCategories
        .map((category) => ({ category, rhythm: digestOf(category, digests) }))
        .filter(concerned),
      channels: await this.obstacles.of(memberId),
    };
  }
}

function isStaff(roles: readonly Role[]): boolean {
  return staffRoles.some((role) => roles.includes(role));
}
