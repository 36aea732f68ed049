import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { BannerText } from '@calmness/contracts';
import { CurrentMember, Public, RequirePermission, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { Banners, type Banner } from '../application/banners';
import { BannerDto, BannerVersionQuery, BannerWriteDto, PublicBannerDto } from './banner.dto';

/** The sentence on top of every page: read by everybody, written by the staff. */
@ApiTags('accounts')
@Controller()
export class BannerController {
  constructor(private readonly banners: Banners) {}

  @Public()
  @Get('banner')
  @ApiOkResponse({ type: PublicBannerDto })
  async shown(): Promise<PublicBannerDto> {
    const banner = await this.banners.shown();
    return { banner: banner && { ...present(banner), version: banner.version } };
  }

  @RequirePermission('accounts.organisation-write')
  @ApiBearerAuth()
  @Get('admin/banner')
  @ApiOkResponse({ type: BannerDto })
  planned(): Promise<BannerDto> {
    return this.present();
  }

  @RequirePermission('accounts.organisation-write')
  @ApiBearerAuth()
  @Put('admin/banner')
  @ApiOkResponse({ type: BannerDto })
  async put(
    @CurrentMember() { memberId }: Identity,
    @Body() { text, severity, from, until, version }: BannerWriteDto,
  ): Promise<BannerDto> {
    const banner = { text, severity, from: new Date(from), until: until ? new Date(until) : null };
    if (banner.until && banner.until <= banner.from)
      throw new DomainError('request.invalid', {}, 'invalid', [{ field: 'until', code: 'too_early' }]);
    await this.banners.put(memberId, banner, version);
    return this.present();
  }

  @RequirePermission('accounts.organisation-write')
  @ApiBearerAuth()
  @Delete('admin/banner')
  @ApiOkResponse({ type: BannerDto })
  async takeDown(
    @CurrentMember() { memberId }: Identity,
    @Query() { version }: BannerVersionQuery,
  ): Promise<BannerDto> {
    await this.banners.takeDown(memberId, version);
    return this.present();
  }

  private async present(): Promise<BannerDto> {
    const { banner, version } = await this.banners.planned();
    return { banner: banner && present(banner), version };
  }
}

function present({ text, severity, from, until }: Banner): BannerText {
  return { text, severity, from: from.toISOString(), until: until?.toISOString() ?? null };
}
