import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrations } from '@calmness/migrations';
import { runMigrations } from '@calmness/platform/database';

/** The throw-away cluster the test runner started. */
function clusterUrl(): string {
  const url = process.env['CALMNESS_TEST_DATABASE_URL'];
  if (!url)
    throw new Error('Integration tests run through `npm run test:int`, which starts their PostgreSQL');
  return url;
}

async function asOwner<T>(cluster: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(cluster: string, database: string): string {
  const url = new URL(cluster);
  url.pathname = `/${database}`;
  return url.toString();
}

const template = 'calmness_template';
const templateLock = 4_020_118;

/** A migrated database to copy from, made once per cluster by whichever test file comes first. */
async function ensureTemplate(cluster: string): Promise<void> {
  await asOwner(cluster, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [
      template,
    ]);
    if (found.rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${template}`);
      await client.query(`CREATE DATABASE ${template}`);
      await runMigrations(urlOf(cluster, template), migrations);
      await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
    }
  });
}

export interface TestDatabase {
  url: string;
  /** As when the server stops: every connection breaks and new ones are refused. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  drop(): Promise<void>;
}

/** A database of its own, empty or already migrated, in the run's cluster unless another one is named. */
export async function createTestDatabase(
  shape: 'migrated' | 'empty' = 'migrated',
  cluster = clusterUrl(),
): Promise<TestDatabase> {
  if (shape === 'migrated') await ensureTemplate(cluster);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(cluster, (client) =>
    client.query(`CREATE DATABASE ${name} ${shape === 'migrated' ? `TEMPLATE ${template}` : ''}`),
  );
  return {
    url: urlOf(cluster, name),
    goAway: () =>
      asOwner(cluster, async (client) => {
        await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
        await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
          name,
        ]);
      }),
    comeBack: async () => {
      await asOwner(cluster, (client) => client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`));
    },
    drop: async () => {
      await asOwner(cluster, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
