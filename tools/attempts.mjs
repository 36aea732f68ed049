import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './workspace.mjs';

const PATIENCE_MS = 3_600_000;

/**
 * Tries to fetch something that is good to have. Where it cannot be had (no network, no rights that
 * suffice), the next starts of the hour do not wait for the same refusal again.
 */
export async function attempt(name, work) {
  const mark = join(cacheFolder, `without-${name}`);
  if (age(mark) < PATIENCE_MS) return undefined;
  const result = await work();
  mkdirSync(cacheFolder, { recursive: true });
  if (result) rmSync(mark, { force: true });
  else writeFileSync(mark, '');
  return result;
}

function age(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return Infinity;
  }
}
