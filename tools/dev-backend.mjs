import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from './failure.mjs';
import { run, start, stop } from './processes.mjs';
import { cacheFolder, root } from './workspace.mjs';

const output = join(cacheFolder, 'dev-dist');
const mainOf = (app) => join(output, app, 'main.mjs');

/**
 * Bundles on every save and restarts what changed. Resolves once the first bundle runs. Kept apart
 * from `dist/`, whose content Nx believes to know.
 */
export async function watchBackend(environment) {
  // Read by the bundler's configuration when it is loaded, here and only here.
  process.env.CALMNESS_DIST = output;
  const configuration = pathToFileURL(join(root, 'backend', 'rolldown.config.mjs')).href;
  const [{ default: bundles }, { watch }] = await Promise.all([import(configuration), import('rolldown')]);
  const watcher = watch(bundles);
  const processes = new Map();
  let round = Promise.resolve();
  await new Promise((firstRound) =>
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(`\n${event.error.message ?? event.error}\n`);
      if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result?.close();
      if (event.code !== 'END') return;
      round = round.then(() => refresh(processes, environment)).catch((error) => say(error.message));
      void round.then(firstRound);
    }),
  );
  return { close: () => watcher.close() };
}

/** Tables first, since the api refuses to start without them; then each process whose bundle differs. */
async function refresh(processes, environment) {
  const changed = ['cli', 'api', 'worker'].filter((app) => digest(app) !== processes.get(app)?.digest);
  if (changed.includes('cli')) await prepare(processes, environment);
  for (const app of changed.filter((name) => name !== 'cli')) {
    const before = processes.get(app)?.child;
    if (before) await stop(before);
    const child = start([process.execPath, '--enable-source-maps', mainOf(app)], {
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    processes.set(app, { digest: digest(app), child });
    if (before) say(`↻ ${app}`);
  }
}

async function prepare(processes, environment) {
  processes.set('cli', { digest: digest('cli') });
  const { code, output: said } = await run([process.execPath, mainOf('cli'), 'db:migrate', 'db:seed'], {
    env: environment,
  });
  if (code !== 0) say(`The database could not be prepared:\n${said}`);
}

function digest(app) {
  try {
    return createHash('sha256')
      .update(readFileSync(mainOf(app)))
      .digest('hex');
  } catch {
    return undefined;
  }
}
