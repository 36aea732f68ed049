import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CouponView } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { ManageCoupons, type CouponChanges } from '../application/manage-coupons';
import type { CountedCoupon } from '../persistence/coupon.repository';
import { CouponDto, CouponListDto, CouponPatchDto, CouponWriteDto } from './coupon.dto';

@ApiTags('billing, staff')
@ApiBearerAuth()
@Controller('admin/coupons')
export class AdminCouponsController {
  constructor(private readonly coupons: ManageCoupons) {}

  /** Newest first, each with the orders that use it. */
  @RequirePermission('billing.coupons-write')
  @Get()
  @ApiOkResponse({ type: CouponListDto })
  async list(): Promise<CouponListDto> {
    return { coupons: (await this.coupons.list()).map(presentCoupon) };
  }

  @RequirePermission('billing.coupons-write')
  @Post()
  @ApiCreatedResponse({ type: CouponDto })
  async create(
    @CurrentMember() { memberId }: Identity,
    @Body() { code, kind, value, active, ...body }: CouponWriteDto,
  ): Promise<CouponDto> {
    const { plan_codes: planCodes, max_uses: maxUses, valid_from: validFrom, valid_to: validTo } = body;
    const details = { code, kind, value, active, planCodes, maxUses, validFrom, validTo };
    return presentCoupon(await this.coupons.create(memberId, details));
  }

  /** What it takes off stays: orders refer to it. */
  @RequirePermission('billing.coupons-write')
  @Patch(':id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: CouponDto })
  async change(
    @CurrentMember() { memberId }: Identity,
    @Param('id', IdPipe) id: Uuid,
    @Body() body: CouponPatchDto,
  ): Promise<CouponDto> {
    const changes: CouponChanges = {
      ...(body.active !== undefined && { active: body.active }),
      ...(body.plan_codes && { planCodes: body.plan_codes }),
      ...(body.max_uses !== undefined && { maxUses: body.max_uses }),
      ...(body.valid_from && { validFrom: body.valid_from }),
      ...(body.valid_to !== undefined && { validTo: body.valid_to }),
    };
    return presentCoupon(await this.coupons.change(memberId, id, { ...changes, version: body.version }));
  }
}

function presentCoupon({
  id,
  code,
  kind,
  value,
  active,
  uses,
  version,
  ...coupon
}: CountedCoupon): CouponView {
  return {
    ...{ id, code, kind, value, active, uses, version },
    plan_codes: coupon.planCodes,
    max_uses: coupon.maxUses,
    valid_from: coupon.validFrom,
    valid_to: coupon.validTo,
  };
}
