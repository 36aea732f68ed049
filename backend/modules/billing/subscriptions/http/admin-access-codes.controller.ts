import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { MakeAccessCodes } from '../application/make-access-codes';
import { AccessCodeListDto, AccessCodesMadeDto, AccessCodeWriteDto } from './admin-subscriptions.dto';

const shown = 200;

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/access-codes')
export class AdminAccessCodesController {
  constructor(private readonly codes: MakeAccessCodes) {}

  /** Newest first, without the codes: only their last four characters. */
  @RequirePermission('billing.coupons-write')
  @Get()
  @ApiOkResponse({ type: AccessCodeListDto })
  async list(): Promise<AccessCodeListDto> {
    const codes = await this.codes.list(shown);
    return {
      access_codes: codes.map(({ id, hint, label, months, planName, expiresOn, redeemedAt }) => ({
        ...{ id, hint, label, months, plan_name: planName, expires_on: expiresOn },
        redeemed_at: redeemedAt?.toISOString() ?? null,
      })),
    };
  }

  /** The only answer that ever shows them. */
  @RequirePermission('billing.coupons-write')
  @Post()
  @ApiCreatedResponse({ type: AccessCodesMadeDto })
  async make(
    @CurrentMember() { memberId: staffId }: Identity,
    @Body() { plan_code: planCode, months, expires_on: expiresOn, label, count }: AccessCodeWriteDto,
  ): Promise<AccessCodesMadeDto> {
    const command = { staffId, planCode, months, expiresOn, label, count };
    return { codes: await this.codes.execute(command) };
  }
}
