import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { vendors, type Vendor } from '@calmness/contracts';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { SteerVendors } from '../application/steer-vendors';
import { VendorListDto } from './vendors.dto';
import { VendorPipe } from './vendor.pipe';

const vendorParameter = { name: 'vendor', enum: vendors };

/** The providers' health, and the switch that lets nothing leave by one of them. */
@ApiTags('notifications, staff')
@ApiBearerAuth()
@Controller('admin/notifications/vendors')
export class VendorsController {
  constructor(private readonly steer: SteerVendors) {}

  @RequirePermission('notifications.mail-read')
  @Get()
  @ApiOkResponse({ type: VendorListDto })
  list(): Promise<VendorListDto> {
    return this.steer.list();
  }

  /** What is due waits; nothing is lost, until it is too late for it. */
  @RequirePermission('notifications.desk-manage')
  @Post(':vendor/pause')
  @HttpCode(200)
  @ApiParam(vendorParameter)
  @ApiOkResponse({ type: VendorListDto })
  pause(
    @CurrentMember() { memberId }: Identity,
    @Param('vendor', VendorPipe) vendor: Vendor,
  ): Promise<VendorListDto> {
    return this.steer.pause(vendor, memberId);
  }

  @RequirePermission('notifications.desk-manage')
  @Post(':vendor/resume')
  @HttpCode(200)
  @ApiParam(vendorParameter)
  @ApiOkResponse({ type: VendorListDto })
  resume(
    @CurrentMember() { memberId }: Identity,
    @Param('vendor', VendorPipe) vendor: Vendor,
  ): Promise<VendorListDto> {
    return this.steer.resume(vendor, memberId);
  }
}
