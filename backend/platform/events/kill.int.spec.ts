import { Redis } from 'ioredis';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UnitOfWork } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import {
  bundleProcess,
  createTestDatabase,
  queueBackends,
  startProcess,
  startTestContext,
  type StartedProcess,
  type TestContext,
  type TestDatabase,
} from '@calmness/platform/testing';

const redisUrl = process.env['CALMNESS_TEST_REDIS_URL'] ?? '';

describe.each(queueBackends)('a worker that dies, on %s', (backend) => {
  let file: string;
  let database: TestDatabase;
  let producer: TestContext;
  let sql: pg.Client;
  const alive: StartedProcess[] = [];

  beforeAll(async () => {
    file = await bundleProcess('event-worker');
  });
  beforeEach(async () => {
    database = await createTestDatabase();
    await connect();
    await sql.query('CREATE TABLE witnessed (event_id uuid NOT NULL)');
    producer = await startTestContext({ databaseUrl: database.url });
  });
  afterEach(async () => {
    for (const { child, ended } of alive.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
    await producer.close();
    await sql.end();
    await database.drop();
  });
  const connect = async () => {
    sql = new pg.Client({ connectionString: database.url });
    sql.on('error', () => undefined);
    await sql.connect();
  };
  const start = async (dies: string, oneIn = '1') => {
    const worker = await startProcess(file, [dies, oneIn], {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      CALMNESS_DATA_DIR: producer.config.dataDir,
      CALMNESS_LOG_LEVEL: 'silent',
      ...(backend === 'redis' ? { REDIS_URL: redisUrl } : {}),
    });
    alive.push(worker);
    return worker;
  };
  const register = (count: number) =>
    producer.get(UnitOfWork).run((tx) => {
      for (let index = 0; index < count; index += 1)
        tx.record('accounts.member-registered', { memberId: newId() });
      return Promise.resolve();
    });
  const effects = async () => {
    const { rows } = await sql.query<{ rows: number; events: number }>(
      'SELECT count(*)::int AS rows, count(DISTINCT event_id)::int AS events FROM witnessed',
    );
    return rows[0];
  };
  const until = async (events: number) =>
    expect.poll(effects, { timeout: 25_000, interval: 50 }).toEqual({ rows: events, events });

  it('after its effect and before the acknowledgement leaves one effect', async () => {
    const mortal = await start('after-commit');
    await register(1);
    expect(await mortal.ended).toBe('SIGKILL');
    expect(await effects()).toEqual({ rows: 1, events: 1 });
    await start('never');
    await register(1);
    await until(2);
  });

  it('before its effect is committed leaves none, and the next worker makes it', async () => {
    const mortal = await start('before-commit');
    await register(1);
    expect(await mortal.ended).toBe('SIGKILL');
    expect(await effects()).toEqual({ rows: 0, events: 0 });
    await start('never');
    await until(1);
  });

  it('outlives a database that goes away and comes back', async () => {
    const survivor = await start('never');
    await register(200);
    await database.goAway();
    // The outage itself: long enough for every reconnection to be refused at least once.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await database.comeBack();
    await connect();
    await expect
      .poll(
        () =>
          register(1).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    await until(201);
    expect(survivor.child.exitCode).toBeNull();
  });

  it('makes up for everything its queues lost', async () => {
    const mortal = await start('before-commit');
    await register(20);
    await mortal.ended;
    if (backend === 'redis') await flushOwnKeys(database.url);
    else await sql.query('TRUNCATE bullmq.job CASCADE');
    // The sweep leaves young events alone: this loss happened a minute ago.
    await sql.query(`UPDATE platform.event_consumer SET started_at = started_at - interval '1 hour'`);
    await sql.query(`UPDATE platform.outbox_event SET relayed_at = relayed_at - interval '1 minute'`);
    await start('never');
    await until(20);
  });
});

/** What FLUSHALL would do to this installation, without touching the other tests' keys. */
async function flushOwnKeys(databaseUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  const keys = await redis.keys(`calmness-${new URL(databaseUrl).pathname.slice(1)}:*`);
  if (keys.length > 0) await redis.del(...keys);
  redis.disconnect();
}
