import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { ConfigureWhatsApp } from '../application/configure-whatsapp';
import {
  TemplateKeyParams,
  TemplateVersionQuery,
  WhatsAppConfigurationDto,
  WhatsAppTemplateWriteDto,
} from './whatsapp.dto';

/** The templates WhatsApp approved, and what each carries. The account's secrets are never answered. */
@ApiTags('notifications')
@ApiBearerAuth()
@Controller('admin/notifications/whatsapp')
export class WhatsAppController {
  constructor(private readonly configure: ConfigureWhatsApp) {}

  @RequirePermission('notifications.words-write')
  @Get()
  @ApiOkResponse({ type: WhatsAppConfigurationDto })
  read(): Promise<WhatsAppConfigurationDto> {
    return this.configure.read();
  }

  @RequirePermission('notifications.words-write')
  @Put(':announcement/:locale')
  @ApiOkResponse({ type: WhatsAppConfigurationDto })
  async save(
    @CurrentMember() { memberId }: Identity,
    @Param() { announcement, locale }: TemplateKeyParams,
    @Body() { content_sid: contentSid, approval, variables, version }: WhatsAppTemplateWriteDto,
  ): Promise<WhatsAppConfigurationDto> {
    await this.configure.save(memberId, { announcement, locale, contentSid, approval, variables, version });
    return this.configure.read();
  }

  @RequirePermission('notifications.words-write')
  @Delete(':announcement/:locale')
  @ApiOkResponse({ type: WhatsAppConfigurationDto })
  async remove(
    @CurrentMember() { memberId }: Identity,
    @Param() { announcement, locale }: TemplateKeyParams,
    @Query() { version }: TemplateVersionQuery,
  ): Promise<WhatsAppConfigurationDto> {
    await this.configure.remove(memberId, { announcement, locale }, version);
    return this.configure.read();
  }
}
