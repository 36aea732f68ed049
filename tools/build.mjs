import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { exclusively } from './exclusive.mjs';
import { Failure, say } from './failure.mjs';
import { run } from './processes.mjs';
import { binFolder, cacheFolder, root } from './workspace.mjs';

const nx = join(binFolder, 'nx');
const sharedOutput = join(cacheFolder, 'test-dist');

/** Everything a start needs, through Nx: what did not change comes from its cache. */
export function buildForStart() {
  return exclusively('build', () =>
    succeed([nx, 'run-many', '-t', 'build', '-p', 'api,worker,cli,frontend', '--output-style=static']),
  );
}

export function buildForCommand() {
  return exclusively('build', () => succeed([nx, 'run', 'cli:build', '--output-style=static']));
}

/**
 * The same bundles for one run of the tests, which neither `npm start` nor another run can pull away.
 * The pages are built where Nx can cache them, then copied.
 */
export async function buildForTests(folder) {
  await bundleInto(folder);
  await exclusively('test-build', async () => {
    await succeed([nx, 'run', 'frontend:build', `--outputPath=${relative(root, join(sharedOutput, 'web'))}`]);
    cpSync(join(sharedOutput, 'web'), join(folder, 'web'), { recursive: true });
  });
}

/** The backend's three processes, or one other entry (a bench) by the same rules. */
export function bundleInto(folder, entry) {
  return succeed([join(binFolder, 'rolldown'), '-c', 'backend/rolldown.config.mjs'], {
    CALMNESS_DIST: folder,
    ...(entry && { CALMNESS_ENTRY: entry }),
  });
}

/** Silent when it works; otherwise everything that was said, and one line that says what failed. */
async function succeed(command, env) {
  const { code, output } = await run(command, { env });
  if (code === 0) return;
  say(output.trim());
  throw new Failure('The build failed: see above.');
}
