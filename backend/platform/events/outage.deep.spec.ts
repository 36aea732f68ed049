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
  startTestServer,
  testRedisUrl,
  type StartedProcess,
  type TestContext,
  type TestDatabase,
  type TestServer,
} from '@calmness/platform/testing';

/** Long enough for every reconnection to be refused at least once. */
const outageMs = 2_000;

describe.each(queueBackends)(
  'a PostgreSQL server stopped and started three times, queues on %s',
  (backend) => {
    let server: TestServer;
    let database: TestDatabase;
    let producer: TestContext;
    let worker: StartedProcess;

    beforeEach(async () => {
      server = await startTestServer();
      database = await createTestDatabase('migrated', server.url);
      producer = await startTestContext({ databaseUrl: database.url });
      await ask('CREATE TABLE witnessed (event_id uuid NOT NULL)');
      worker = await startProcess(await bundleProcess('event-worker'), ['never', '1'], {
        NODE_ENV: 'test',
        DATABASE_URL: database.url,
        CALMNESS_DATA_DIR: producer.config.dataDir,
        CALMNESS_LOG_LEVEL: 'silent',
        ...(backend === 'redis' ? { REDIS_URL: testRedisUrl() } : {}),
      });
    });
    afterEach(async () => {
      worker.child.kill('SIGKILL');
      await worker.ended;
      await producer.close();
      await server.remove();
    });

    const ask = async (statement: string) => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      try {
        return (await client.query<{ rows: number; events: number }>(statement)).rows[0];
      } finally {
        await client.end();
      }
    };
    const record = (count: number) =>
      producer.get(UnitOfWork).run((tx) => {
        for (let index = 0; index < count; index += 1)
          tx.record('accounts.member-registered', { memberId: newId() });
        return Promise.resolve();
      });

    it('leaves the worker alive and every committed event with one effect', async () => {
      const count = 'SELECT count(*)::int AS rows, count(DISTINCT event_id)::int AS events FROM witnessed';
      for (let round = 1; round <= 3; round += 1) {
        await record(100);
        await server.stop();
        await pause(outageMs);
        await server.start();
        await expect
          .poll(() => ask(count), { timeout: 60_000, interval: 200 })
          .toEqual({
            rows: round * 100,
            events: round * 100,
          });
      }
      expect(worker.child.exitCode).toBeNull();
    });
  },
);
