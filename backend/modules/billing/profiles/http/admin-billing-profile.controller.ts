import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ReadBillingProfile } from '../application/read-billing-profile';
import { VouchForVatNumber } from '../application/vouch-for-vat-number';
import { MemberBillingProfileDto, VouchForVatNumberDto } from './billing-profile.dto';
import { presentMemberBillingProfile } from './billing-profile.presenter';

/** Who a member is billed as, for the staff; only the check of a VAT number may be made in his place. */
@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/members/:id/billing-profile')
export class AdminBillingProfileController {
  constructor(
    private readonly profile: ReadBillingProfile,
    private readonly vouch: VouchForVatNumber,
  ) {}

  @RequirePermission('billing.payments-read')
  @Get()
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: MemberBillingProfileDto })
  async read(@Param('id', IdPipe) memberId: Uuid): Promise<MemberBillingProfileDto> {
    return presentMemberBillingProfile(await this.profile.execute(memberId));
  }

  @RequirePermission('billing.payments-validate')
  @Post('vat-check')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: MemberBillingProfileDto })
  async vouchFor(
    @CurrentMember() { memberId: adminId }: Identity,
    @Param('id', IdPipe) memberId: Uuid,
    @Body() { version, proof }: VouchForVatNumberDto,
  ): Promise<MemberBillingProfileDto> {
    return presentMemberBillingProfile(await this.vouch.execute({ memberId, adminId, version, proof }));
  }
}
