import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './pids.mjs';
import { cacheFolder } from './workspace.mjs';

/** What one run of the tests or benches owns, and nobody else: removed with it. */
export const runFolder = runFolderIn(cacheFolder);

export function runFolderIn(parent) {
  return join(parent, 'runs', String(process.pid));
}

export function makeRunFolder(name) {
  const folder = join(runFolder, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The folders of runs that were killed before they could tidy up. */
export function abandonedRuns(parent) {
  const runs = join(parent, 'runs');
  if (!existsSync(runs)) return [];
  return readdirSync(runs)
    .filter((name) => !isAlive(Number(name)))
    .map((name) => join(runs, name));
}

export function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}
