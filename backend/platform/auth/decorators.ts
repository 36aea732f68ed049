import {
  createParamDecorator,
  SetMetadata,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Flag, Permission } from '@calmness/contracts';
import type { Identity } from './access-token';

export const publicMetadata = 'calmness:public';
export const beforeTwoFactorMetadata = 'calmness:before-two-factor';
export const ownerOnlyMetadata = 'calmness:owner-only';
export const permissionMetadata = 'calmness:permission';
export const flagMetadata = 'calmness:flag';

/** A request after the guard. */
export type AuthenticatedRequest = FastifyRequest & { identity?: Identity };

/** No login needed. Every use is on the allow-list a spec prints. */
export const Public = (): CustomDecorator => SetMetadata(publicMetadata, true);

/** Open to a session whose compulsory second factor is still to be set up. */
export const BeforeTwoFactor = (): CustomDecorator => SetMetadata(beforeTwoFactorMetadata, true);

/** The member's alone: closed to one of the staff who looks at his pages. */
export const OwnerOnly = (): CustomDecorator => SetMetadata(ownerOnlyMetadata, true);

/** The one permission a staff route asks for. */
export const RequirePermission = (permission: Permission): CustomDecorator =>
  SetMetadata(permissionMetadata, permission);

/** The route exists while this feature is on, for this member and at all. */
export const RequireFlag = (flag: Flag): CustomDecorator => SetMetadata(flagMetadata, flag);

/** The identity of the caller; only on routes that are not public. */
export const CurrentMember = createParamDecorator((_data: unknown, context: ExecutionContext): Identity => {
  const { identity } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!identity) throw new Error('CurrentMember stands on a public route');
  return identity;
});
