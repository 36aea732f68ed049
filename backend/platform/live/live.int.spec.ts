import type { AddressInfo } from 'node:net';
import { Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Redis } from 'ioredis';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LivePush, LiveServerEvents, LiveState } from '@calmness/contracts';
import {
  AccessTokens,
  accessTokenSeconds,
  AuthHttpModule,
  FlagSwitch,
  SessionCheck,
  type Identity,
  type LivingSession,
} from '@calmness/platform/auth';
import { UnitOfWork } from '@calmness/platform/database';
import { createHttpApplication, HttpModule } from '@calmness/platform/http';
import { newId, type Uuid } from '@calmness/platform/ids';
import {
  platformImports,
  queueBackends,
  startTestContext,
  testConfig,
  testRedisUrl,
  type TestContext,
  type TestQueueBackend,
} from '@calmness/platform/testing';
import { LiveHttpModule } from './live.module';
import { LivePublisher } from './live-publisher';

/** Sessions that end when a test says so, known to both replicas. */
const ended = new Set<Uuid>();
const ears: ((memberId?: Uuid) => void)[] = [];

@Injectable()
class MortalSessions extends SessionCheck {
  read({ sessionId, roles }: Identity): Promise<LivingSession | undefined> {
    return Promise.resolve(ended.has(sessionId) ? undefined : { roles, needsTwoFactor: roles.length === 0 });
  }
  onNews(hear: (memberId?: Uuid) => void): void {
    ears.push(hear);
  }
}
@Injectable()
class NoFlags extends FlagSwitch {
  isOn(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
@Module({ providers: [MortalSessions, NoFlags], exports: [MortalSessions, NoFlags] })
class KeepersModule {}

async function startReplica(
  context: TestContext,
  backend: TestQueueBackend,
): Promise<NestFastifyApplication> {
  const config = testConfig(context.databaseUrl, backend, { keys: context.config.keys });
  @Module({
    imports: [
      ...platformImports(config),
      HttpModule,
      AuthHttpModule.of({ sessions: MortalSessions, flags: NoFlags, imports: [KeepersModule] }),
      LiveHttpModule,
    ],
  })
  class ReplicaModule {}
  const app = await createHttpApplication(ReplicaModule, config);
  await app.listen({ port: 0, host: '127.0.0.1' });
  return app;
}

const urlOf = (app: NestFastifyApplication): string =>
  `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;

/** One open page, and what it was told. */
class Page {
  readonly pushes: LivePush[] = [];
  readonly states: boolean[] = [];
  readonly socket: Socket<LiveServerEvents>;
  refusal?: string;
  goodbye?: string;

  constructor(app: NestFastifyApplication, token?: string, headers: Record<string, string> = {}) {
    this.socket = io(urlOf(app), {
      path: '/ws',
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      auth: { token },
      extraHeaders: headers,
    });
    this.socket.on('push', (push) => this.pushes.push(push));
    this.socket.on('state', ({ hears }: LiveState) => this.states.push(hears));
    this.socket.on('connect_error', ({ message }) => (this.refusal = message));
    this.socket.on('disconnect', (reason) => (this.goodbye = reason));
  }

  async open(): Promise<this> {
    await expect.poll(() => this.states.at(-1), { timeout: 10_000 }).toBe(true);
    return this;
  }
}

describe.each(queueBackends)('live pushes through %s', (backend) => {
  let context: TestContext;
  let replicas: NestFastifyApplication[];
  const pages: Page[] = [];

  beforeAll(async () => {
    context = await startTestContext({ backend });
    context.clock.set(new Date().toISOString());
    replicas = [await startReplica(context, backend), await startReplica(context, backend)];
  });
  afterEach(() => {
    for (const page of pages.splice(0)) page.socket.disconnect();
  });
  afterAll(async () => {
    for (const app of replicas) await app.close();
    await context.close();
  });

  const identityOf = (memberId: Uuid): Identity => ({ memberId, sessionId: newId(), roles: ['member'] });
  const sign = (identity: Identity): string => context.get(AccessTokens).sign(identity);
  const visit = (replica: number, token?: string, headers?: Record<string, string>): Page => {
    const page = new Page(replicas[replica]!, token, headers);
    pages.push(page);
    return page;
  };
  const enter = (replica: number, identity: Identity): Promise<Page> => visit(replica, sign(identity)).open();
  const publish = (memberId: Uuid, push: LivePush): Promise<void> =>
    context.get(UnitOfWork).run((tx) => context.get(LivePublisher).publish(tx, memberId, push));
  const news = (): LivePush => ({ kind: 'notification', id: newId() });

  it('reach every page of the member on every replica, and nobody else', async () => {
    const [jean, lea] = [newId(), newId()];
    const his = [await enter(0, identityOf(jean)), await enter(1, identityOf(jean))];
    const hers = await enter(0, identityOf(lea));
    const [first, second] = [news(), { kind: 'notification' as const, id: null }];
    await publish(jean, first);
    await publish(jean, second);
    for (const page of his) await expect.poll(() => page.pushes).toEqual([first, second]);
    const own = news();
    await publish(lea, own);
    await expect.poll(() => hers.pushes).toEqual([own]);
  });

  it('say nothing of a transaction that rolled back', async () => {
    const jean = newId();
    const page = await enter(0, identityOf(jean));
    const failed = context.get(UnitOfWork).run(async (tx) => {
      await context.get(LivePublisher).publish(tx, jean, news());
      throw new Error('the rule said no');
    });
    await expect(failed).rejects.toThrow('the rule said no');
    const kept = news();
    await publish(jean, kept);
    await expect.poll(() => page.pushes).toEqual([kept]);
  });

  it('are for those the guard would let through', async () => {
    const gone = identityOf(newId());
    ended.add(gone.sessionId);
    const owesFactor: Identity = { ...identityOf(newId()), roles: [] };
    const forged = `${sign(identityOf(newId())).slice(0, -4)}AAAA`;
    for (const token of [undefined, 'nonsense', forged, sign(gone), sign(owesFactor)]) {
      const page = visit(0, token);
      await expect.poll(() => page.refusal).toBe('unauthenticated');
    }
  });

  it('are not for a page of another site', async () => {
    const token = sign(identityOf(newId()));
    const theirs = visit(0, token, { Origin: 'https://elsewhere.example' });
    await expect.poll(() => theirs.refusal).toBeDefined();
    expect(theirs.socket.connected).toBe(false);
    await visit(0, token, { Origin: 'http://localhost:3000' }).open();
  });

  it('need no request to come back to the same replica: there is no long polling', async () => {
    const answer = await fetch(`${urlOf(replicas[0]!)}/ws/?EIO=4&transport=polling`);
    expect(answer.status).toBe(400);
  });

  it('stop when the session ends, at once', async () => {
    const jean = identityOf(newId());
    const [page, other] = [await enter(1, jean), await enter(1, identityOf(jean.memberId))];
    ended.add(jean.sessionId);
    for (const hear of ears) hear(jean.memberId);
    await expect.poll(() => page.goodbye).toBe('io server disconnect');
    const push = news();
    await publish(jean.memberId, push);
    await expect.poll(() => other.pushes).toEqual([push]);
    expect(page.pushes).toEqual([]);
  });

  it('stop when the token ends', async () => {
    const now = new Date();
    context.clock.set(new Date(now.getTime() - (accessTokenSeconds - 3) * 1_000).toISOString());
    const token = sign(identityOf(newId()));
    context.clock.set(now.toISOString());
    const page = await visit(0, token).open();
    await expect.poll(() => page.goodbye, { timeout: 10_000 }).toBe('io server disconnect');
  });

  it('are limited to as many pages as a person has', async () => {
    const jean = identityOf(newId());
    for (let count = 0; count < 20; count += 1) await enter(0, jean);
    const page = visit(0, sign(jean));
    await expect.poll(() => page.refusal).toBe('too-many');
  });

  it('come back when the replica hears again, and pages know that they missed some', async () => {
    const jean = newId();
    const page = await enter(0, identityOf(jean));
    await deafen();
    await expect.poll(() => page.states, { timeout: 15_000 }).toEqual([true, false, true]);
    const push = news();
    await publish(jean, push);
    await expect.poll(() => page.pushes).toEqual([push]);
  });

  it('leave the wire cut, not closed for good, when a replica stops', async () => {
    const replica = await startReplica(context, backend);
    const page = new Page(replica, sign(identityOf(newId())));
    pages.push(page);
    await page.open();
    await replica.close();
    // The other reason, a goodbye of the server, would keep the page from coming back by itself.
    await expect.poll(() => page.goodbye).toBe('transport close');
  });

  /** Cuts what the replicas listen by. */
  async function deafen(): Promise<void> {
    if (backend === 'postgresql') {
      await context.dataSource.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND query = 'LISTEN calmness_live'`,
      );
      return;
    }
    const redis = new Redis(testRedisUrl());
    const clients = String(await redis.call('CLIENT', 'LIST'));
    for (const line of clients.split('\n')) {
      const id = /\bid=(\d+)/.exec(line)?.[1];
      if (id && line.includes('name=calmness-live') && /\bsub=[1-9]/.test(line))
        await redis.call('CLIENT', 'KILL', 'ID', id);
    }
    redis.disconnect();
  }
});
