import { Controller, Delete, Get, HttpCode, HttpStatus, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BeforeTwoFactor, CurrentMember, OwnerOnly, type Identity } from '@calmness/platform/auth';
import { IdPipe } from '@calmness/platform/http';
import type { Uuid } from '@calmness/platform/ids';
import { EndSession } from '../application/end-session';
import { ListSessions } from '../application/list-sessions';
import { SessionListDto } from './access.dto';
import { presentSession } from './access.presenter';

@ApiTags('accounts')
@ApiBearerAuth()
@OwnerOnly()
@BeforeTwoFactor()
@Controller('auth/sessions')
export class SessionsController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly endSession: EndSession,
  ) {}

  @Get()
  @ApiOkResponse({ type: SessionListDto })
  async list(@CurrentMember() { memberId, sessionId }: Identity): Promise<SessionListDto> {
    const sessions = await this.listSessions.execute(memberId);
    return { sessions: sessions.map((session) => presentSession(session, sessionId)), next_cursor: null };
  }

  /** All but the current one. */
  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async endOthers(@CurrentMember() { memberId, sessionId }: Identity): Promise<void> {
    await this.endSession.others(memberId, sessionId);
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async end(@CurrentMember() { memberId }: Identity, @Param('id', IdPipe) id: Uuid): Promise<void> {
    await this.endSession.execute(memberId, id);
  }
}
