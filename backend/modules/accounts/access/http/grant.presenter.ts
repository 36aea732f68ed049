import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AccessGrant } from '@calmness/contracts';
import { AccessTokens, accessTokenSeconds } from '@calmness/platform/auth';
import type { Grant } from '../application/grant';
import { CurrentUserPresenter } from './current-user.presenter';
import { DeviceCookie } from './device-cookie';
import { RefreshCookie } from './refresh-cookie';

/** Hands an opened session to the browser: the access token in the answer, the rest in cookies no script reads. */
@Injectable()
export class GrantPresenter {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly cookie: RefreshCookie,
    private readonly devices: DeviceCookie,
    private readonly currentUser: CurrentUserPresenter,
  ) {}

  async give(reply: FastifyReply, grant: Grant): Promise<AccessGrant> {
    const { member, sessionId } = grant;
    if (grant.deviceToken) this.devices.write(reply, grant.deviceToken);
    this.cookie.write(reply, grant.refreshToken, grant.sessionEndsAt);
    return {
      access_token: this.tokens.sign({ memberId: member.id, sessionId, roles: member.roles }),
      expires_in: accessTokenSeconds,
      user: await this.currentUser.present(member),
    };
  }
}
