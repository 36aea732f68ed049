import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactBook } from '@calmness/accounts';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { businessZone } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { QuietTimes } from '../application/quiet-times';
import { QuietHoursDto, QuietHoursWriteDto } from './quiet-hours.dto';

/** When a member's phone stays silent. */
@ApiTags('notifications')
@ApiBearerAuth()
@Controller('notifications/quiet-hours')
export class QuietHoursController {
  constructor(
    private readonly quietTimes: QuietTimes,
    private readonly contacts: ContactBook,
  ) {}

  @Get()
  @ApiOkResponse({ type: QuietHoursDto })
  read(@CurrentMember() { memberId }: Identity): Promise<QuietHoursDto> {
    return this.present(memberId);
  }

  /** Null ends the silence. */
  @Put()
  @ApiOkResponse({ type: QuietHoursDto })
  async save(
    @CurrentMember() { memberId }: Identity,
    @Body() { quiet_hours: hours }: QuietHoursWriteDto,
  ): Promise<QuietHoursDto> {
    if (hours) await this.quietTimes.save(memberId, hours);
    else await this.quietTimes.end(memberId);
    return this.present(memberId);
  }

  private async present(memberId: Uuid): Promise<QuietHoursDto> {
    const hours = await this.quietTimes.of(memberId);
    const contact = await this.contacts.contactOf(memberId);
    return {
      quiet_hours: hours && { ...hours, days: [...hours.days] },
      timezone: contact?.timezone ?? businessZone,
    };
  }
}
