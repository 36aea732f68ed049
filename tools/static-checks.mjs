import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.mjs';
import { binFolder, root } from './workspace.mjs';

/** A check either holds or does not: it counts as one test. */
const verdict = (holds) => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1 });

const tool = (name, ...words) => run([join(binFolder, name), ...words], { echo: true });

/**
 * Without a project graph the boundary rule skips itself and says so in passing: the graph is
 * computed first, and a rule that was skipped is a failure. No ESLint cache: what is allowed in a
 * file depends on other files, which the cache does not look at.
 */
export async function lint(words = []) {
  const graph = await run([join(binFolder, 'nx'), 'show', 'projects']);
  if (graph.code !== 0) process.stdout.write(graph.output);
  const { code, output } = await tool('eslint', '.', '--max-warnings', '0', ...words);
  return verdict(graph.code === 0 && code === 0 && !output.includes('The rule will be skipped'));
}

export async function checkFormat() {
  const { code } = await tool('prettier', '--check', '.', '--log-level', 'warn');
  return verdict(code === 0);
}

/** One program per side: the side's own compiler options decide. */
export async function checkTypes(words = []) {
  const sides = ['contracts', 'backend', 'frontend', 'frontend/e2e', 'tools'].map((side) =>
    join(side, 'tsconfig.json'),
  );
  let holds = true;
  for (const configuration of sides.filter((file) => existsSync(join(root, file))))
    if ((await tool('tsc', '-p', configuration, ...words)).code !== 0) holds = false;
  return verdict(holds);
}
