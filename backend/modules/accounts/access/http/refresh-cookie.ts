import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';

const name = 'calmness_refresh';

/** The refresh token in the browser: no script reads it, and only the account routes receive it. */
@Injectable()
export class RefreshCookie {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  read(request: FastifyRequest): string | undefined {
    return request.cookies[name] || undefined;
  }

  write(reply: FastifyReply, token: string, sessionEndsAt: Date): void {
    // A duration, not a date: the browser's clock is not ours.
    const maxAge = Math.max(0, Math.floor((sessionEndsAt.getTime() - this.clock.now().getTime()) / 1_000));
    void reply.setCookie(name, token, { ...this.attributes(), maxAge });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(name, this.attributes());
  }

  private attributes() {
    return {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.isProduction,
      path: '/api/auth',
    } as const;
  }
}
