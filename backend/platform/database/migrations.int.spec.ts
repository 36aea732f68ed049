import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { migrations } from '@calmness/migrations';
import { createTestDatabase, type TestDatabase } from '@calmness/platform/testing';
import { revertAllMigrations, runMigrations } from './migrate';

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
        WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'bullmq', 'public') ORDER BY 1`,
    );
    return found.rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  let database: TestDatabase;
  afterEach(() => database.drop());

  it('bring an empty database up, take it down again, and up once more', async () => {
    database = await createTestDatabase('empty');
    await runMigrations(database.url, migrations);
    const up = await tablesOf(database.url);
    expect(up).toContain('platform.outbox_event');
    await revertAllMigrations(database.url, migrations);
    expect(await tablesOf(database.url)).toEqual([]);
    await runMigrations(database.url, migrations);
    expect(await tablesOf(database.url)).toEqual(up);
  });

  it('run once when three processes start together', async () => {
    database = await createTestDatabase('empty');
    const runs = await Promise.all([1, 2, 3].map(() => runMigrations(database.url, migrations)));
    expect(runs.flat().sort()).toEqual(migrations.map((migration) => migration.name).sort());
  });

  it('carry the rows of an older database through every later one', async () => {
    database = await createTestDatabase('empty');
    const [first] = migrations;
    if (!first) throw new Error('There is a first migration');
    await runMigrations(database.url, [first]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO platform.outbox_event (id, name, payload, occurred_at, correlation_id, recorded_at)
       SELECT gen_random_uuid(), 'accounts.member-registered', '{}', now(), 'c', now() - make_interval(days => n)
         FROM generate_series(0, 400, 40) AS n`,
    );
    const rows = async (): Promise<unknown[]> =>
      (await client.query('SELECT * FROM platform.outbox_event ORDER BY id')).rows as unknown[];
    const before = await rows();
    expect(before).toHaveLength(11);
    await runMigrations(database.url, migrations);
    expect(await rows()).toEqual(before);
    await client.end();
  });
});
