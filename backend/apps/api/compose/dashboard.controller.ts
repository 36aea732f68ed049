import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactBook } from '@calmness/accounts';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { DashboardComposer } from './dashboard-composer';
import { DashboardDto } from './dashboard.dto';

@ApiTags('dashboard')
@ApiBearerAuth()
@Controller('auth/user/dashboard')
export class DashboardController {
  constructor(
    private readonly composer: DashboardComposer,
    private readonly contacts: ContactBook,
  ) {}

  /** Slices whose domain does not exist yet, or failed, are absent. */
  @Get()
  @ApiOkResponse({ type: DashboardDto })
  async read(@CurrentMember() identity: Identity): Promise<DashboardDto> {
    const contact = await this.contacts.contactOf(identity.memberId);
    return this.composer.compose(identity.memberId, contact?.locale ?? 'fr');
  }
}
