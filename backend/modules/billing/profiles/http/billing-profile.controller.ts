import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { ReadBillingProfile } from '../application/read-billing-profile';
import { SaveBillingProfile } from '../application/save-billing-profile';
import { BillingProfileDto, BillingProfileWriteDto } from './billing-profile.dto';
import { presentBillingProfile, readBillingProfile } from './billing-profile.presenter';

/** Who is billed for what a member buys. Orders and invoices keep what they were told. */
@ApiTags('billing')
@ApiBearerAuth()
@Controller('auth/user/billing-profile')
export class BillingProfileController {
  constructor(
    private readonly profile: ReadBillingProfile,
    private readonly saveProfile: SaveBillingProfile,
  ) {}

  @Get()
  @ApiOkResponse({ type: BillingProfileDto })
  async read(@CurrentMember() { memberId }: Identity): Promise<BillingProfileDto> {
    return presentBillingProfile(await this.profile.execute(memberId));
  }

  @Put()
  @ApiOkResponse({ type: BillingProfileDto })
  async save(
    @CurrentMember() { memberId }: Identity,
    @Body() body: BillingProfileWriteDto,
  ): Promise<BillingProfileDto> {
    return presentBillingProfile(await this.saveProfile.execute({ ...readBillingProfile(body), memberId }));
  }
}
