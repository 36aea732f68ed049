import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './workspace.mjs';

/**
 * One process of this checkout at a time: `npm start` and `npm test` begun together must not both
 * rewrite node_modules, nor the same build output.
 */
export async function exclusively(name, work) {
  const folder = join(cacheFolder, `${name}.lock`);
  mkdirSync(cacheFolder, { recursive: true });
  while (!claim(folder)) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Making a folder is the one file operation that only one of two can succeed at. */
function claim(folder) {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

/** Its owner was killed; a folder without a number is one that is being claimed right now. */
function isAbandoned(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
