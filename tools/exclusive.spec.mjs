import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { exclusively } from './exclusive.mjs';
import { cacheFolder } from './workspace.mjs';

const name = `spec-${process.pid}`;
const folder = join(cacheFolder, `${name}.lock`);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lets one in at a time', async () => {
  let inside = 0;
  let most = 0;
  const visit = () =>
    exclusively(name, async () => {
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    });
  await Promise.all([visit(), visit(), visit()]);
  expect(most).toBe(1);
});

it('opens again after work that failed', async () => {
  await expect(exclusively(name, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(exclusively(name, () => 'in')).resolves.toBe('in');
});

it('does not wait for a process that was killed', async () => {
  mkdirSync(folder, { recursive: true });
  // Above the largest number a process can have.
  writeFileSync(join(folder, 'pid'), '99999999');
  await expect(exclusively(name, () => 'in')).resolves.toBe('in');
});
