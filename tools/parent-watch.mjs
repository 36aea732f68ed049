import { readFileSync } from 'node:fs';

const INTERVAL_MS = 500;

/**
 * npm runs a command through a shell, and neither hands every signal on: npm dies of SIGHUP, the
 * shell of SIGTERM, and we hear nothing. Started by npm, the loss of either therefore means "stop".
 * Started by hand it does not: outliving one's parent may be somebody's wish (a daemon).
 */
export function onOrphaned(act) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const before = lineage();
  const timer = setInterval(() => {
    if (lineage() === before) return;
    clearInterval(timer);
    act();
  }, INTERVAL_MS);
  timer.unref();
}

/** Our parent and, when that is npm's shell and the system tells, the npm above it. */
function lineage() {
  const parent = process.ppid;
  try {
    const words = readFileSync(`/proc/${parent}/cmdline`, 'utf8').split('\0');
    if (words[1] !== '-c') return `${parent}`;
    return `${parent} ${/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))?.[1]}`;
  } catch {
    return `${parent}`;
  }
}
