import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { isAlive } from './pids.mjs';
import { run } from './processes.mjs';
import { root } from './workspace.mjs';

const modulePath = pathToFileURL(join(root, 'tools', 'processes.mjs')).href;

/** A launcher in miniature: a child with a grandchild, whose numbers it tells. */
const launcher = (afterStart) => `
  import { atEnd, start, supervise } from ${JSON.stringify(modulePath)};
  const child = \`const { spawn } = require('node:child_process');
    const own = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    console.log(process.pid, own.pid); setInterval(() => 0, 1000);\`;
  await supervise(async () => {
    atEnd(async () => console.log('tidied'));
    const started = start([process.execPath, '-e', child], { stdio: ['ignore', 'pipe', 'inherit'] });
    const numbers = await new Promise((resolve) => started.stdout.once('data', resolve));
    console.log(String(numbers).trim());
    ${afterStart}
  });
`;

async function launch(afterStart) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', launcher(afterStart)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, npm_lifecycle_event: '' },
  });
  const [numbers] = await once(child.stdout, 'data');
  let rest = '';
  child.stdout.on('data', (text) => (rest += text));
  return { child, pids: String(numbers).trim().split(/\s+/).map(Number), rest: () => rest };
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('leaves nothing running after %s', async (signal, code) => {
  const { child, pids, rest } = await launch('await started.ended; console.log("went on");');
  expect(pids.map(isAlive)).toEqual([true, true]);
  child.kill(signal);
  expect(await once(child, 'close')).toEqual([code, null]);
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]));
  expect(rest()).toBe('tidied\n');
});

it('leaves nothing running after a failure', async () => {
  const { child, pids } = await launch('throw new Error("broken");');
  expect((await once(child, 'close'))[0]).toBe(1);
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]));
});

it('ends what a program left behind when it ended by itself', async () => {
  const leaving = `const { spawn } = require('node:child_process');
    const left = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'inherit' });
    console.log(left.pid); process.exit(0);`;
  const { code, output } = await run([process.execPath, '-e', leaving]);
  expect(code).toBe(0);
  await vi.waitFor(() => expect(isAlive(Number(output))).toBe(false));
});
