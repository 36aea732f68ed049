import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '@calmness/platform/config';
import type { Client } from '../domain/client';

const name = 'calmness_device';
/** The longest a browser keeps a cookie. */
const maxAge = 400 * 86_400;
/** 32 bytes in base64url: anything else was not given by us. */
const shape = /^[\w-]{43}$/;

/** What a browser shows to be recognised at its next login. It opens nothing by itself. */
@Injectable()
export class DeviceCookie {
  constructor(private readonly config: Config) {}

  /** Who knocks: network address behind the trusted proxies, browser, and what we left in it. */
  clientOf(request: FastifyRequest): Client {
    const token = request.cookies[name];
    return {
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      deviceToken: token && shape.test(token) ? token : undefined,
    };
  }

  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(name, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.isProduction,
      path: '/api/auth',
      maxAge,
    });
  }
}
