import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnitOfWork } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import {
  bundleProcess,
  createTestDatabase,
  queueBackends,
  startProcess,
  startTestContext,
  testRedisUrl,
  type TestContext,
  type TestDatabase,
} from '@calmness/platform/testing';

const events = 1_000;
const lives = ['after-commit', 'before-commit', 'after-commit', 'before-commit', 'after-commit', 'never'];

describe.each(queueBackends)('a thousand events through workers that keep dying, on %s', (backend) => {
  let database: TestDatabase;
  let producer: TestContext;
  let sql: pg.Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    producer = await startTestContext({ databaseUrl: database.url });
    sql = new pg.Client({ connectionString: database.url });
    await sql.connect();
    await sql.query('CREATE TABLE witnessed (event_id uuid NOT NULL)');
  });
  afterEach(async () => {
    await producer.close();
    await sql.end();
    await database.drop();
  });

  it('take effect exactly once', async () => {
    const file = await bundleProcess('event-worker');
    const environment = {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      CALMNESS_DATA_DIR: producer.config.dataDir,
      CALMNESS_LOG_LEVEL: 'silent',
      ...(backend === 'redis' ? { REDIS_URL: testRedisUrl() } : {}),
    };
    for (let sent = 0; sent < events; sent += 50) {
      await producer.get(UnitOfWork).run((tx) => {
        for (let index = 0; index < 50; index += 1)
          tx.record('accounts.member-registered', { memberId: newId() });
        return Promise.resolve();
      });
    }
    // Two workers at a time, each dying about once in forty events, until one pair lives.
    for (const life of lives) {
      const pair = await Promise.all([1, 2].map(() => startProcess(file, [life, '40'], environment)));
      if (life !== 'never') await Promise.all(pair.map(({ ended }) => Promise.race([ended, pause(20_000)])));
      if (life === 'never') {
        const counts = async () =>
          (
            await sql.query(
              'SELECT count(*)::int AS rows, count(DISTINCT event_id)::int AS events FROM witnessed',
            )
          ).rows[0] as unknown;
        await expect.poll(counts, { timeout: 120_000, interval: 250 }).toEqual({ rows: events, events });
      }
      for (const { child, ended } of pair) {
        child.kill('SIGKILL');
        await ended;
      }
    }
  });
});
