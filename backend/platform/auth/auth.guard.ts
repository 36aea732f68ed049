import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { rolePermissions, type Permission } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { AccessTokens, type Identity } from './access-token';
import { permissionMetadata, publicMetadata, type AuthenticatedRequest } from './decorators';

/** Everything needs a member unless it is marked public; staff routes need their permission too. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicMetadata, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const identity = this.identify(request);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionMetadata, targets);
    if (permission && !holds(identity, permission))
      throw new DomainError('request.forbidden', {}, 'forbidden');
    request.identity = identity;
    return true;
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
