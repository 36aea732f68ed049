import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { atEnd } from './processes.mjs';
import { dataFolder } from './workspace.mjs';

const file = join(dataFolder, 'launcher.pid');

/** One launcher per checkout: a second one would adopt the first one's database and stop it under it. */
export function claimCheckout() {
  const other = runningLauncher();
  if (other) throw new Failure(`Calmness already runs from this folder (process ${other}): stop it first.`);
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, String(process.pid));
  atEnd(async () => rmSync(file, { force: true }));
}

/** The process that serves this checkout now; a number left by a killed one, and since reused, does not count. */
export function runningLauncher() {
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8'));
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return undefined;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  const words = existsSync(commandLine) ? readFileSync(commandLine, 'utf8') : 'tools/';
  return pid && /tools[\\/]/.test(words) ? pid : undefined;
}
