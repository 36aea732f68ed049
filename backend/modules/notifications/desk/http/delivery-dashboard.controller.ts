import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '@calmness/platform/auth';
import { ReadDashboard } from '../application/read-dashboard';
import { DeliveryDashboardDto, DeskQuery } from './delivery-desk.dto';

/** How well the house speaks, under both paths the first clients knew. */
@ApiTags('notifications, staff')
@ApiBearerAuth()
@Controller(['notifications/dashboard', 'admin/notifications/dashboard'])
export class DeliveryDashboardController {
  constructor(private readonly readDashboard: ReadDashboard) {}

  @RequirePermission('notifications.mail-read')
  @Get()
  @ApiOkResponse({ type: DeliveryDashboardDto })
  read(@Query() { days }: DeskQuery): Promise<DeliveryDashboardDto> {
    return this.readDashboard.execute(days);
  }
}
