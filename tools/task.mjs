import { join } from 'node:path';
import { onPinnedNode } from './bootstrap.mjs';
import { Failure } from './failure.mjs';
import { start, supervise } from './processes.mjs';
import { checkTypes, lint } from './static-checks.mjs';
import { binFolder } from './workspace.mjs';

const [task, ...rest] = process.argv.slice(2);
const program =
  (name, ...words) =>
  async () =>
    (await start([join(binFolder, name), ...words, ...rest]).ended).code;
const verdict = (check) => async () => (await check(rest)).failed;

const tasks = {
  build: program('nx', 'run-many', '-t', 'build'),
  lint: verdict(lint),
  typecheck: verdict(checkTypes),
  format: program('prettier', '--write', '.', '--log-level', 'warn'),
};

await onPinnedNode(async () => {
  if (!tasks[task]) throw new Failure(`A task is one of: ${Object.keys(tasks).join(', ')}.`);
  process.exit(await supervise(tasks[task]));
});
