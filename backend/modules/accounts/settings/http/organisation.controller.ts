import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentMember, RequirePermission, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { OrganisationSettings, type Organisation } from '../application/organisation-settings';
import { OrganisationDto } from './organisation.dto';

/** The academy's own settings. */
@ApiTags('accounts, staff')
@ApiBearerAuth()
@Controller('admin/organisation')
export class OrganisationController {
  constructor(private readonly organisation: OrganisationSettings) {}

  @RequirePermission('accounts.organisation-write')
  @Get()
  @ApiOkResponse({ type: OrganisationDto })
  async read(): Promise<OrganisationDto> {
    return present(await this.organisation.read());
  }

  @RequirePermission('accounts.organisation-write')
  @Put()
  @ApiOkResponse({ type: OrganisationDto })
  async save(
    @CurrentMember() { memberId }: Identity,
    @Body() body: OrganisationDto,
  ): Promise<OrganisationDto> {
    assertOpensBeforeItCloses(body);
    const saved = await this.organisation.save(memberId, {
      timezone: body.timezone,
      contactEmail: body.contact_email,
      contactPhone: body.contact_phone,
      address: body.address,
      openingHours: body.opening_hours,
      graceHours: body.grace_hours,
      version: body.version,
    });
    return present(saved);
  }
}

function assertOpensBeforeItCloses({ opening_hours: hours }: OrganisationDto): void {
  const wrong = hours.findIndex(({ opens, closes }) => opens >= closes);
  if (wrong < 0) return;
  const field = `opening_hours.${wrong}.closes`;
  throw new DomainError('request.invalid', {}, 'invalid', [{ field, code: 'too_early' }]);
}

function present(organisation: Organisation): OrganisationDto {
  return {
    timezone: organisation.timezone,
    contact_email: organisation.contactEmail,
    contact_phone: organisation.contactPhone,
    address: organisation.address,
    opening_hours: organisation.openingHours,
    grace_hours: organisation.graceHours,
    version: organisation.version,
  };
}
