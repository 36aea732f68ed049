import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { formatTable } from './bench-table.mjs';
import { bundleInto } from './build.mjs';
import { Failure, say } from './failure.mjs';
import { openThrowAwayCluster } from './postgres.mjs';
import { atEnd, start, supervise } from './processes.mjs';
import { openRedis } from './redis.mjs';
import { makeRunFolder, remove, runFolder } from './run-folder.mjs';
import { root } from './workspace.mjs';

/** Like production: what is measured has reached the disk. */
const careful = { fsync: 'on', synchronous_commit: 'on', max_connections: 200, shared_buffers: '128MB' };

/**
 * Runs every `*.bench.ts` (or those whose path contains one of the words) one after the other, each in
 * its own process, and prints what it returned. Nothing is asserted: a bench only fails by throwing.
 */
export async function runBenches(words) {
  const all = globSync('backend/**/*.bench.ts', { cwd: root }).sort();
  const files = all.filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  if (files.length === 0) throw new Failure(`No bench matches; there are: ${all.join(', ') || 'none'}.`);
  let failures = 0;
  await supervise(async () => {
    atEnd(async () => remove(runFolder));
    const env = await openServices();
    await bundleInto(env.CALMNESS_TEST_DIST);
    for (const file of files) if (!(await runBench(file, env))) failures += 1;
  });
  process.exit(failures === 0 ? 0 : 1);
}

async function openServices() {
  const cluster = await openThrowAwayCluster(careful);
  atEnd(cluster.stop);
  const redis = await openRedis();
  atEnd(redis.stop);
  say(`PostgreSQL with fsync; ${redis.real ? 'Redis' : 'Valkey (WebAssembly): queue figures are not Redis'}`);
  return {
    CALMNESS_TEST_DATABASE_URL: cluster.url('postgres'),
    CALMNESS_TEST_REDIS_URL: redis.url,
    CALMNESS_TEST_DIST: join(runFolder, 'dist'),
    TZ: 'UTC',
  };
}

async function runBench(file, env) {
  const folder = makeRunFolder(join('benches', basename(file, '.bench.ts')));
  await bundleInto(folder, join(root, file));
  const child = start([process.execPath, '--enable-source-maps', join(root, 'tools', 'bench-child.mjs')], {
    env: { ...env, CALMNESS_BENCH: join(folder, 'main.mjs') },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let rows;
  child.on('message', (message) => (rows = message.rows));
  const { code } = await child.ended;
  say(`\n${file}${code === 0 && rows ? '' : ': failed'}`);
  if (rows) say(formatTable(rows));
  return code === 0 && rows !== undefined;
}
