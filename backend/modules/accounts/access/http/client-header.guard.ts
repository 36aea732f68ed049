import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '@calmness/platform/errors';

const header = 'x-calmness-client';

/**
 * Routes that act on the cookie alone ask for a header no form of another site can send; with
 * SameSite=Strict that is the defence against forged requests.
 */
@Injectable()
export class ClientHeaderGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.headers[header]) throw new DomainError('request.forbidden', {}, 'forbidden');
    return true;
  }
}
