import { Body, Controller, Get, HttpCode, HttpStatus, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BeforeTwoFactor, CurrentMember, Public, type Identity } from '@calmness/platform/auth';
import { DomainError } from '@calmness/platform/errors';
import { LogIn } from '../application/log-in';
import { LogOut } from '../application/log-out';
import { ReadMember } from '../../directory/application/read-member';
import { RefreshSession } from '../application/refresh-session';
import { DeviceCookie } from './device-cookie';
import { ClientHeaderGuard } from './client-header.guard';
import { CurrentUserPresenter } from './current-user.presenter';
import { GrantPresenter } from './grant.presenter';
import { RefreshCookie } from './refresh-cookie';
import { AccessGrantDto, CurrentUserDto, LoginDto } from './session.dto';

const clientHeader = { name: 'X-Calmness-Client', description: 'any value; other sites cannot send it' };

@ApiTags('accounts')
@Controller('auth')
export class SessionController {
  constructor(
    private readonly logIn: LogIn,
    private readonly refreshSession: RefreshSession,
    private readonly logOut: LogOut,
    private readonly readMember: ReadMember,
    private readonly grants: GrantPresenter,
    private readonly cookie: RefreshCookie,
    private readonly devices: DeviceCookie,
    private readonly currentUser: CurrentUserPresenter,
  ) {}

  @Public()
  @Post('login')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: AccessGrantDto })
  async login(
    @Body() { email, password, otp }: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessGrantDto> {
    const client = this.devices.clientOf(request);
    return this.grants.give(reply, await this.logIn.execute({ email, password, otp, client }));
  }

  /** Rotates the cookie. A refusal leaves it alone: another tab may just have been faster. */
  @Public()
  @UseGuards(ClientHeaderGuard)
  @Post('refresh')
  @HttpCode(HttpStatus.OK)
  @ApiHeader(clientHeader)
  @ApiOkResponse({ type: AccessGrantDto })
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessGrantDto> {
    const shown = this.cookie.read(request);
    if (!shown) throw new DomainError('accounts.session-expired', {}, 'unauthenticated');
    return this.grants.give(reply, await this.refreshSession.execute(shown));
  }

  @Public()
  @UseGuards(ClientHeaderGuard)
  @Post('logout')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiHeader(clientHeader)
  @ApiNoContentResponse()
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const shown = this.cookie.read(request);
    if (shown) await this.logOut.execute(shown);
    this.cookie.clear(reply);
  }

  @BeforeTwoFactor()
  @Get('me')
  @ApiBearerAuth()
  @ApiOkResponse({ type: CurrentUserDto })
  async me(@CurrentMember() identity: Identity): Promise<CurrentUserDto> {
    return this.currentUser.present(await this.readMember.execute(identity.memberId));
  }
}
