import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { rolePermissions, type Permission } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { AccessTokens, type Identity } from './access-token';
import {
  beforeTwoFactorMetadata,
  ownerOnlyMetadata,
  permissionMetadata,
  publicMetadata,
  type AuthenticatedRequest,
} from './decorators';
import { SessionCheck, type LivingSession } from './session-check';

/**
 * Everything needs a living session unless it is marked public; staff routes need their permission too.
 * Roles are those of now: a token keeps no role its member has lost.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionCheck,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicMetadata, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const shown = this.identify(request);
    const session = await this.alive(shown);
    const early = this.reflector.getAllAndOverride<boolean | undefined>(beforeTwoFactorMetadata, targets);
    if (session.needsTwoFactor && !early)
      throw new DomainError('accounts.two-factor-required', {}, 'forbidden');
    const identity = { ...shown, roles: session.roles };
    if (shown.viewerId) this.assertOnlyLooking(request, context);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionMetadata, targets);
    if (permission && !holds(identity, permission))
      throw new DomainError('request.forbidden', {}, 'forbidden');
    request.identity = identity;
    return true;
  }

  /** Whoever looks at a member's pages reads them, and nothing that is the member's alone. */
  private assertOnlyLooking(request: AuthenticatedRequest, context: ExecutionContext): void {
    const targets = [context.getHandler(), context.getClass()];
    const ownerOnly = this.reflector.getAllAndOverride<boolean | undefined>(ownerOnlyMetadata, targets);
    if (ownerOnly || request.method !== 'GET') throw new DomainError('accounts.view-only', {}, 'forbidden');
  }

  private async alive(identity: Identity): Promise<LivingSession> {
    const session = await this.sessions.read(identity);
    if (!session) throw new DomainError('request.unauthenticated', {}, 'unauthenticated');
    return session;
  }

  private identify(request: AuthenticatedRequest): Identity {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const identity = scheme === 'Bearer' && token ? this.tokens.read(token) : undefined;
    if (!identity) throw new DomainError('request.unauthenticated', {}, 'unauthenticated');
    return identity;
  }
}

/** True when any role of the caller carries the permission. */
export function holds(identity: Identity, permission: Permission): boolean {
  return identity.roles.some((role) => rolePermissions[role].includes(permission));
}
