import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '@calmness/platform/config';
import { discordStateMinutes } from '../domain/link-token';

const name = 'calmness_discord';

/** Ties a way to Discord to the browser it began in. Lax: it has to come back with Discord's redirect. */
@Injectable()
export class StateCookie {
  constructor(private readonly config: Config) {}

  read(request: FastifyRequest): string | undefined {
    return request.cookies[name] || undefined;
  }

  write(reply: FastifyReply, state: string): void {
    void reply.setCookie(name, state, { ...this.attributes(), maxAge: discordStateMinutes * 60 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(name, this.attributes());
  }

  private attributes() {
    return {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.isProduction,
      path: '/api/community/discord',
    } as const;
  }
}
