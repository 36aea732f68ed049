import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule, AccountsReferenceData } from '@calmness/accounts';
import { UnitOfWork } from '@calmness/platform/database';
import { TicksByHandModule } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import {
  bundleProcess,
  createTestDatabase,
  queueBackends,
  startProcess,
  startTestContext,
  startTestServer,
  testRedisUrl,
  type StartedProcess,
  type TestContext,
  type TestDatabase,
  type TestServer,
} from '@calmness/platform/testing';
import { Announce } from '../../announcements/application/announce';
import { NotificationsJobsModule } from '../../notifications-jobs.module';
import { FakeVendors } from '../../testing/fake-vendors';
import { FakeSubject } from '../../testing/fakes';
import { reachablePeople } from '../../testing/reachable-people';

const people = 100;
const newsEach = 10;
const rolledBack = 50;
const pairs = 5;
const name = 'subscription-ends-in-3';

describe.each(queueBackends)('five thousand messages through workers that keep dying, on %s', (backend) => {
  let server: TestServer;
  let database: TestDatabase;
  let outside: TestDatabase;
  let academy: TestContext;
  let provider: pg.Client;
  let alive: StartedProcess[] = [];

  beforeEach(async () => {
    server = await startTestServer();
    database = await createTestDatabase('migrated', server.url);
    // The providers do not live where the academy does.
    outside = await createTestDatabase('empty');
    provider = new pg.Client({ connectionString: outside.url });
    await provider.connect();
    await provider.query(
      'CREATE TABLE accepted (channel text, subject text, mark text, words text, at timestamptz DEFAULT clock_timestamp())',
    );
    academy = await startTestContext({
      databaseUrl: database.url,
      // Nothing runs here: what is announced waits for the workers.
      imports: [TicksByHandModule, AccountsModule, NotificationsJobsModule],
      subjects: ['billing.subscription', 'accounts.member', 'accounts.verification'].map(
        (k) => new FakeSubject(k),
      ),
      replace: new FakeVendors().replace,
    });
    await academy.get(AccountsReferenceData).install();
    academy.clock.set(new Date().toISOString());
  });
  afterEach(async () => {
    await end();
    await academy.close();
    await provider.end();
    await outside.drop();
    await server.remove();
  });

  const end = async () => {
    for (const { child, ended } of alive.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
  };
  /** A connection a question: the server is stopped in between. */
  const ask = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  };
  const count = async (sql: string) => (await ask<{ count: number }>(sql))[0]?.count;

  async function announceAll(members: readonly Uuid[]): Promise<void> {
    const announce = academy.get(Announce);
    for (const memberId of members)
      for (let news = 0; news < newsEach; news += 1) {
        const command = { name, subjectId: newId(), memberId } as const;
        await announce.execute(command);
        // A fact told twice.
        if (news === 0) await announce.execute(command);
      }
    for (let n = 0; n < rolledBack; n += 1)
      await academy
        .get(UnitOfWork)
        .run(async () => {
          await announce.execute({ name, subjectId: newId(), memberId: members[0] ?? newId() });
          throw new Error('taken back');
        })
        .catch(() => undefined);
  }

  async function startPair(file: string, life: 'mortal' | 'immortal'): Promise<void> {
    const environment = {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      CALMNESS_DATA_DIR: academy.config.dataDir,
      CALMNESS_LOG_LEVEL: 'silent',
      // Ten pieces of news in a minute are more than a day's budget.
      CALMNESS_RINGS_PER_DAY: '1000',
      ...(backend === 'redis' ? { REDIS_URL: testRedisUrl() } : {}),
    };
    alive = await Promise.all([1, 2].map(() => startProcess(file, [life, '150', outside.url], environment)));
  }

  /** What the lease of a dead worker would take two minutes to do. */
  const leasesRunOut = () =>
    ask(
      `UPDATE notifications.delivery SET claimed_until = now() - interval '1 second' WHERE state = 'sending'`,
    );

  it('says each thing once, or says that it does not know', async () => {
    const members = await reachablePeople(academy, people, [name]);
    await announceAll(members);
    const file = await bundleProcess('delivery-worker', 'modules/notifications/testing');
    for (let pair = 1; pair <= pairs; pair += 1) {
      await startPair(file, 'mortal');
      if (pair === 2 && backend === 'redis') {
        const redis = new Redis(testRedisUrl());
        await redis.flushall();
        await redis.quit();
      }
      if (pair === 3) {
        await pause(1_000);
        await server.stop();
        await pause(2_000);
        await server.start();
      }
      await Promise.all(alive.map(({ ended }) => Promise.race([ended, pause(20_000)])));
      await end();
      await leasesRunOut();
    }
    await startPair(file, 'immortal');
    const open = `SELECT channel, state, attempts, next_attempt_at, last_reason FROM notifications.delivery
                   WHERE closed_at IS NULL LIMIT 5`;
    await expect.poll(() => ask(open), { timeout: 240_000, interval: 500 }).toEqual([]);
    await theInvariantsHold(members.length * newsEach);
  });

  async function theInvariantsHold(news: number): Promise<void> {
    // N1, N3: one row of the list for each piece of news, none for what was taken back.
    expect(await count('SELECT count(*)::int AS count FROM notifications.notification')).toBe(news);
    expect(await count('SELECT count(*)::int AS count FROM notifications.delivery')).toBe(news * 5);
    // N4: every delivery in a named final state; only Telegram and a reminder's mail may end in doubt.
    const ends = await ask<{ channel: string; state: string }>(
      'SELECT DISTINCT channel, state FROM notifications.delivery',
    );
    const doubtful = ['email', 'telegram'];
    for (const { channel, state } of ends)
      expect(
        ['sent', 'accepted', ...(doubtful.includes(channel) ? ['unknown'] : [])],
        `${channel} ${state}`,
      ).toContain(state);
    // N2: never accepted twice, but for what the provider itself recognises as the same.
    const { rows: repeats } = await provider.query<{ channel: string }>(
      `SELECT channel FROM accepted GROUP BY channel, subject
       HAVING count(*) > 1 AND (channel NOT IN ('discord', 'push') OR count(DISTINCT mark) > 1)`,
    );
    expect(repeats).toEqual([]);
    // What is called sent was accepted.
    const { rows: accepted } = await provider.query<{ channel: string; count: number }>(
      'SELECT channel, count(DISTINCT subject)::int AS count FROM accepted GROUP BY channel',
    );
    for (const { channel, count: seen } of accepted) {
      const said = await ask<{ count: number }>(
        `SELECT count(*)::int AS count FROM notifications.delivery WHERE channel = $1 AND state IN ('sent', 'accepted')`,
        [channel],
      );
      expect(seen, channel).toBeGreaterThanOrEqual(said[0]?.count ?? 0);
      expect(seen, channel).toBeLessThanOrEqual(news);
    }
  }
});
