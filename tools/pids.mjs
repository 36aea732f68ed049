import { readFileSync } from 'node:fs';

/** Whether a process with this number runs, ours or not. One that ended and was never collected does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isZombie(pid) {
  try {
    // "number (name) state …": the name may hold anything, the state follows its last parenthesis.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).startsWith('Z');
  } catch {
    return false;
  }
}
