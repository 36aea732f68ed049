import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JwtService } from '@nestjs/jwt';
import { IsInt, IsString, MaxLength, Min } from 'class-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@calmness/contracts';
import {
  AccessTokens,
  CurrentMember,
  Public,
  RequirePermission,
  type Identity,
} from '@calmness/platform/auth';
import type { Config } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import { HealthHttpModule } from '@calmness/platform/health';
import { newId, type Uuid } from '@calmness/platform/ids';
import {
  createTestDatabase,
  platformImports,
  testConfig,
  trustingAuth,
  type TestDatabase,
} from '@calmness/platform/testing';
import { createHttpApplication } from './http-application';
import { HttpModule } from './http.module';
import { PageQuery } from './paging';
import { IdPipe } from './validation';

class Order {
  @IsString() @MaxLength(20) name!: string;
  @IsInt() @Min(1) count!: number;
}

@Controller('trial')
class TrialController {
  @Public() @Post('order') order(@Body() order: Order): Order {
    return order;
  }
  @Public() @Get('things/:id') thing(@Param('id', IdPipe) id: Uuid): { id: Uuid } {
    return { id };
  }
  @Public() @Get('list') list(@Query() page: PageQuery): { limit: number } {
    return { limit: page.limit };
  }
  @Public() @Get('rule') rule(): never {
    throw new DomainError('billing.transaction-number-used', { method: 'bank_transfer' }, 'conflict');
  }
  @Public() @Get('bug') bug(): never {
    throw new Error('password=hunter2 in a driver message');
  }
  @Get('mine') mine(@CurrentMember() identity: Identity): { id: Uuid } {
    return { id: identity.memberId };
  }
  @RequirePermission('audit.read') @Get('staff') staff(): { ok: true } {
    return { ok: true };
  }
}

describe('the HTTP platform', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  let config: Config;

  beforeAll(async () => {
    database = await createTestDatabase();
    config = testConfig(database.url, 'postgresql');
    @Module({
      imports: [...platformImports(config), HttpModule, HealthHttpModule, trustingAuth],
      controllers: [TrialController],
    })
    class TrialModule {}
    app = await createHttpApplication(TrialModule, config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/api/trial/order', payload: payload as object, headers });
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const identity = { memberId: newId(), sessionId: newId(), roles: ['member' as const] };

  it('answers 422 with every faulty field, unknown ones included', async () => {
    const answer = await post({ count: 'many', extra: true });
    const problem = answer.json<Problem>();
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(problem).toMatchObject({ code: 'request.invalid', status: 422 });
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        { field: 'extra', code: 'unknown' },
        { field: 'name', code: 'required' },
        { field: 'count', code: 'type' },
      ]),
    );
    expect(problem.correlation_id).toBe(answer.headers['x-correlation-id']);
  });

  it.each([
    ['malformed JSON', '{"name": ', 400, 'request.malformed'],
    [
      'a body of ten megabytes',
      JSON.stringify({ name: 'x'.repeat(10_000_000), count: 1 }),
      413,
      'request.too-large',
    ],
    ['U+0000, which PostgreSQL cannot store', '{"name":"a\\u0000b","count":1}', 422, 'request.invalid'],
  ])('refuses %s', async (_what, payload, status, code) => {
    const answer = await post(payload, { 'content-type': 'application/json' });
    expect(answer.statusCode).toBe(status);
    expect(answer.json<Problem>().code).toBe(code);
  });

  it('refuses a body it cannot read', async () => {
    const answer = await post('<order/>', { 'content-type': 'text/xml' });
    expect(answer.statusCode).toBe(415);
  });

  it('takes what is right, with or without the trailing slash', async () => {
    const id = newId();
    expect((await post({ name: 'é œ € 🎓', count: 2 })).json()).toEqual({ name: 'é œ € 🎓', count: 2 });
    expect((await get(`/api/trial/things/${id}`)).json()).toEqual({ id });
    expect((await get(`/api/trial/things/${id}/`)).json()).toEqual({ id });
  });

  it.each(['/api/trial/things/1', '/api/trial/things/%27%20OR%201=1', '/api/nothing-here', '/nothing'])(
    'answers 404 problem+json for %s',
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.json<Problem>().code).toBe('request.not-found');
    },
  );

  it('bounds a page', async () => {
    expect((await get('/api/trial/list?limit=100')).json()).toEqual({ limit: 100 });
    expect((await get('/api/trial/list?limit=101')).statusCode).toBe(422);
  });

  it('shows a rule with its parameters, and says nothing of a bug', async () => {
    const rule = (await get('/api/trial/rule')).json<Problem>();
    expect(rule).toMatchObject({
      status: 409,
      code: 'billing.transaction-number-used',
      params: { method: 'bank_transfer' },
    });
    const bug = await get('/api/trial/bug');
    expect(bug.statusCode).toBe(500);
    expect(bug.body).not.toContain('hunter2');
    expect(bug.json<Problem>().code).toBe('request.unexpected');
  });

  it('knows a member by a genuine token alone', async () => {
    const tokens = app.get(AccessTokens);
    expect((await get('/api/trial/mine', bearer(tokens.sign(identity)))).json()).toEqual({
      id: identity.memberId,
    });
    expect((await get('/api/trial/mine')).statusCode).toBe(401);
  });

  it.each(['forged', 'alg=none', 'expired', 'another audience', 'an unknown key', 'no subject'])(
    'refuses a token that is %s',
    async (fault) => {
      expect(
        (
          await get(
            '/api/trial/mine',
            bearer(badToken(app.get(JwtService, { strict: false }), config, fault)),
          )
        ).statusCode,
      ).toBe(401);
    },
  );

  it('asks staff routes for their permission', async () => {
    const tokens = app.get(AccessTokens);
    expect((await get('/api/trial/staff', bearer(tokens.sign(identity)))).statusCode).toBe(403);
    const admin = tokens.sign({ ...identity, roles: ['admin'] });
    expect((await get('/api/trial/staff', bearer(admin))).json()).toEqual({ ok: true });
  });

  it('sends the security headers with every answer', async () => {
    const { headers } = await get('/api/health/live');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is live and ready, and says the worker is silent', async () => {
    expect((await get('/api/health/live')).json()).toEqual({ status: 'ok' });
    const ready = await get('/api/health/ready');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toMatchObject({
      database: 'ok',
      queues: 'ok',
      queue_backend: 'postgresql',
      worker: 'silent',
    });
  });
});

function badToken(jwt: JwtService, config: Config, fault: string): string {
  const key = config.keys.jwt.current();
  const claims = { sub: newId(), sid: newId(), roles: ['admin'], iss: 'calmness', aud: 'calmness-api' };
  const good = { secret: key.secret, keyid: key.id, expiresIn: 60 };
  switch (fault) {
    case 'forged':
      return jwt.sign(claims, { ...good, secret: 'another secret of a decent length' });
    case 'alg=none': {
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none', typ: 'JWT', kid: key.id })}.${part({ ...claims, exp: 4_000_000_000 })}.`;
    }
    case 'expired':
      return jwt.sign(claims, { ...good, expiresIn: -1 });
    case 'another audience':
      return jwt.sign({ ...claims, aud: 'elsewhere' }, good);
    case 'an unknown key':
      return jwt.sign(claims, { ...good, keyid: 'stranger' });
    default:
      return jwt.sign({ ...claims, sub: undefined }, good);
  }
}
