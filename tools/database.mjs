import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { ensureDatabase, openPersistentCluster } from './postgres.mjs';
import { atEnd } from './processes.mjs';
import { remove } from './run-folder.mjs';
import { dataFolder } from './workspace.mjs';

const demoDatabase = 'calmness';

/** The database to work on: the one that was named, else the demo's in its own cluster. */
export async function openDatabase({ fresh = false, keepRunning = () => false } = {}) {
  const named = process.env.DATABASE_URL;
  if (named && fresh)
    throw new Failure('--fresh only drops the embedded demo database: DATABASE_URL names another.');
  if (named) return named;
  const cluster = await openPersistentCluster();
  atEnd(async () => {
    if (!keepRunning(cluster)) await cluster.stop();
  });
  // Stored files are only reachable through the rows that go.
  if (fresh && !process.env.CALMNESS_DATA_DIR) remove(join(dataFolder, 'files'));
  return await ensureDatabase(cluster, demoDatabase, { fresh });
}
