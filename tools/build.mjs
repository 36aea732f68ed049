import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from './processes.mjs';
import { binFolder, root } from './workspace.mjs';

const applications = ['api', 'worker', 'cli', 'frontend'];

/** Everything a start needs, through Nx: what did not change comes from its cache. */
export function buildForStart() {
  return run(
    [join(binFolder, 'nx'), 'run-many', '-t', 'build', '-p', applications.join(',')].concat(
      '--output-style=static',
    ),
  );
}

/** The same bundles elsewhere, so that tests can run while `npm start` serves its own. */
export async function buildInto(folder) {
  const backend = await run([join(binFolder, 'rolldown'), '-c', 'backend/rolldown.config.mjs'], {
    env: { CALMNESS_DIST: folder },
  });
  if (backend.code !== 0 || !existsSync(join(root, 'frontend', 'project.json'))) return backend;
  return await run([
    join(binFolder, 'nx'),
    'run',
    'frontend:build',
    `--outputPath=${relative(root, join(folder, 'web'))}`,
  ]);
}
