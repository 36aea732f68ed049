import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Flag } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { flagMetadata, type AuthenticatedRequest } from './decorators';
import { FlagSwitch } from './flag-switch';

/** Closes a route while its feature is off: 403 `accounts.feature-off`, whoever asks. */
@Injectable()
export class FlagGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly switches: FlagSwitch,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const flag = this.reflector.getAllAndOverride<Flag | undefined>(flagMetadata, targets);
    if (flag === undefined) return true;
    const { identity } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (await this.switches.isOn(flag, identity?.memberId ?? null)) return true;
    throw new DomainError('accounts.feature-off', { flag }, 'forbidden');
  }
}
