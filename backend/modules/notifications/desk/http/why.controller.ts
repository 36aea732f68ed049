import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { Explain } from '../application/explain';
import { WhyDto } from './why.dto';

@ApiTags('notifications')
@ApiBearerAuth()
@Controller(['notifications', 'auth/user/notifications'])
export class WhyController {
  constructor(private readonly explain: Explain) {}

  /** Why this message came, and why not by the other ways. */
  @Get(':id/why')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: WhyDto })
  why(@CurrentMember() { memberId }: Identity, @Param('id', IdPipe) id: Uuid): Promise<WhyDto> {
    return this.explain.why(memberId, id);
  }
}
