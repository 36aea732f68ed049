import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/** Constant of this product: one migrator at a time, whatever the number of replicas. */
const migrationLock = 4_020_117;

function migrationSource(url: string, migrations: MigrationClass[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
  });
}

async function migrateQueues(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await runQueueMigrations(client, 'bullmq');
  } finally {
    await client.end();
  }
}

/** Brings a database to the newest shape, ours and the queue library's; returns what was run. */
export async function runMigrations(url: string, migrations: MigrationClass[]): Promise<string[]> {
  const source = await migrationSource(url, migrations).initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.startTransaction();
    await guard.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    const done = await source.runMigrations();
    await migrateQueues(url);
    await guard.commitTransaction();
    return done.map((migration) => migration.name);
  } finally {
    await guard.release();
    await source.destroy();
  }
}

/** Takes the newest migrations back, all of them unless `count` says how many: the proof that each `down` is true. */
export async function revertMigrations(
  url: string,
  migrations: MigrationClass[],
  count = migrations.length,
): Promise<void> {
  const source = await migrationSource(url, migrations).initialize();
  try {
    for (let index = 0; index < count; index += 1) await source.undoLastMigration();
  } finally {
    await source.destroy();
  }
}

/** Names of the migrations the database has not seen: a process refuses to serve an older shape. */
export async function pendingMigrations(url: string, migrations: MigrationClass[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const known = await client.query<{ found: string | null }>(
      `SELECT to_regclass('schema_migration') AS found`,
    );
    if (!known.rows[0]?.found) return migrations.map((migration) => migration.name);
    const applied = await client.query<{ name: string }>('SELECT name FROM schema_migration');
    const names = new Set(applied.rows.map((row) => row.name));
    return migrations.map((migration) => migration.name).filter((name) => !names.has(name));
  } finally {
    await client.end();
  }
}
