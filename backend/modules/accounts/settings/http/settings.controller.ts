import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { ReadSettings } from '../application/read-settings';
import { UpdateSettings } from '../application/update-settings';
import { SettingsDto, SettingsPatchDto } from './settings.dto';
import { presentSettings, readSettingsPatch } from './settings.presenter';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('auth/user/settings')
export class SettingsController {
  constructor(
    private readonly readSettings: ReadSettings,
    private readonly updateSettings: UpdateSettings,
  ) {}

  @Get()
  @ApiOkResponse({ type: SettingsDto })
  async read(@CurrentMember() { memberId }: Identity): Promise<SettingsDto> {
    return presentSettings(await this.readSettings.execute(memberId));
  }

  /** What is left out stays; settings saved in between by another device answer 409. */
  @Patch()
  @ApiOkResponse({ type: SettingsDto })
  async update(
    @CurrentMember() { memberId }: Identity,
    @Body() body: SettingsPatchDto,
  ): Promise<SettingsDto> {
    const { version, locale, timezone } = body;
    const changes = readSettingsPatch(body);
    await this.updateSettings.execute({ memberId, version, changes, profile: { locale, timezone } });
    return presentSettings(await this.readSettings.execute(memberId));
  }
}
