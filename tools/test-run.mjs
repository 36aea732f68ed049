import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildForTests } from './build.mjs';
import { findOrDownloadChromium } from './chromium.mjs';
import { Failure, say } from './failure.mjs';
import { openThrowAwayCluster } from './postgres.mjs';
import { atEnd, supervise } from './processes.mjs';
import { openRedis } from './redis.mjs';
import { remove, runFolder } from './run-folder.mjs';
import { summarise } from './test-plan.mjs';

const dist = join(runFolder, 'dist');
/** Nothing survives a test run, so nothing has to reach the disk. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
  shared_buffers: '64MB',
};

export async function runTests({ stages, filters, testName }) {
  const results = [];
  await supervise(async () => {
    atEnd(async () => remove(runFolder));
    // Short, because browsers put a socket in it; what the tests leave there goes with the run.
    const scratch = mkdtempSync(join(tmpdir(), 'calmness-'));
    atEnd(async () => remove(scratch));
    const context = { filters, testName, env: { CALMNESS_TEST_DIST: dist, TMPDIR: scratch, TZ: 'UTC' } };
    if (stages.some((stage) => stage.needs.includes('services'))) await openServices(context);
    const built = !stages.some((stage) => stage.needs.includes('build')) || (await build(results));
    for (const stage of stages)
      if (built || !stage.needs.includes('build')) results.push(await execute(stage, context));
  });
  finish(results, filters.length > 0 || testName !== undefined);
}

async function openServices(context) {
  const cluster = await openThrowAwayCluster(careless);
  atEnd(cluster.stop);
  const redis = await openRedis();
  atEnd(redis.stop);
  context.env.CALMNESS_TEST_DATABASE_URL = cluster.url('postgres');
  context.env.CALMNESS_TEST_REDIS_URL = redis.url;
  const chromium = await findOrDownloadChromium();
  if (chromium) context.env.CHROMIUM_PATH = chromium;
  say(
    `PostgreSQL on ${cluster.port}, ${redis.real ? 'Redis' : 'Valkey (WebAssembly)'} at ${redis.url}, ` +
      `browser ${chromium ?? 'none: what needs it will fail'}`,
  );
}

/** A build that fails is one failure; the stages that need it are not run at all. */
async function build(results) {
  say('\n── build');
  try {
    await buildForTests(dist);
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    results.push({ name: 'build', passed: 0, failed: 1, seconds: 0 });
    return false;
  }
}

async function execute(stage, context) {
  say(`\n── ${stage.name}`);
  const began = performance.now();
  const result = await stage.execute(context);
  const seconds = (performance.now() - began) / 1_000;
  return { name: stage.name, ...result, seconds };
}

function finish(results, narrowed) {
  say('');
  for (const { name, passed, failed, seconds } of results)
    say(
      `${name.padEnd(14)}${String(passed).padStart(6)} passed ${String(failed).padStart(5)} failed ${seconds.toFixed(1).padStart(8)} s`,
    );
  const { line, exitCode } = summarise(results, narrowed);
  // The last line of the run is the verdict, whatever happens to buffered output before it.
  process.stdout.write(`${line}\n`, () => process.exit(exitCode));
}
