import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from './processes.mjs';
import { binFolder, cacheFolder, root } from './workspace.mjs';

const reports = join(cacheFolder, 'test-reports');
const nothing = { passed: 0, failed: 0 };

/** A check that either holds or does not counts as one test. */
async function check(...commands) {
  let failed = 0;
  for (const command of commands) {
    const { code } = await run([join(binFolder, command[0]), ...command.slice(1)], { echo: true });
    if (code !== 0) failed = 1;
  }
  return { passed: 1 - failed, failed };
}

/**
 * Without a project graph the boundary rule skips itself and says so in passing: the graph is
 * computed first, and a rule that was skipped is a failure. No ESLint cache: what is allowed in a
 * file depends on other files, which the cache does not look at.
 */
async function lint() {
  await run([join(binFolder, 'nx'), 'show', 'projects']);
  const { code, output } = await run([join(binFolder, 'eslint'), '.', '--max-warnings', '0'], { echo: true });
  const failed = code !== 0 || output.includes('The rule will be skipped') ? 1 : 0;
  return { passed: 1 - failed, failed };
}

const format = () =>
  check([
    'prettier',
    '--check',
    '.',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    '.cache/prettier',
  ]);

/** One program per side: the side's own compiler options decide. */
function types() {
  const sides = ['contracts', 'backend', 'frontend', 'frontend/e2e'];
  const configurations = sides
    .map((side) => join(side, 'tsconfig.json'))
    .filter((file) => existsSync(join(root, file)));
  return check(...configurations.map((file) => ['tsc', '-p', file]));
}

/** Runs one vitest project and reads the counts from its report, never from its prose. */
function suite(project) {
  return async ({ env, filters }) => {
    const report = freshReport(project);
    const { code } = await run(
      [join(binFolder, 'vitest'), 'run', '--project', project, '--passWithNoTests'].concat([
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...filters,
      ]),
      { echo: true, env },
    );
    return counts(report, code);
  };
}

/** The components' tests are built and run by Angular's own builder, on the same vitest. */
async function frontend({ env, filters }) {
  if (!existsSync(join(root, 'frontend', 'project.json'))) return nothing;
  const report = freshReport('frontend');
  const { code } = await run(
    [
      join(binFolder, 'nx'),
      'run',
      'frontend:test',
      '--watch=false',
      '--reporters=default',
      '--reporters=json',
    ].concat([
      `--outputFile=${relative(root, report)}`,
      ...filters.map((filter) => `--include=**/*${filter}*`),
    ]),
    { echo: true, env },
  );
  return counts(report, code);
}

function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `${name}-${process.pid}.json`);
  rmSync(report, { force: true });
  return report;
}

/**
 * A file that does not even load has no tests to count: it is one failure. So is a runner that
 * ended badly without naming a failed test (an unhandled rejection, a crash).
 */
export function counts(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  return countReport(result, code);
}

export function countReport(result, code) {
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = result.numFailedTests + broken;
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/**
 * In the order they are reported. `needs`: what has to stand before the stage can run.
 * `deep` is the only one that the everyday suite leaves out.
 */
export const stages = [
  { name: 'lint', needs: [], execute: lint },
  { name: 'format', needs: [], execute: format },
  { name: 'types', needs: [], execute: types },
  { name: 'unit', needs: [], execute: suite('unit') },
  { name: 'architecture', needs: [], execute: suite('architecture') },
  { name: 'frontend', needs: [], execute: frontend },
  { name: 'integration', needs: ['services'], execute: suite('integration') },
  { name: 'api', needs: ['services', 'build'], execute: suite('api') },
  { name: 'browser', needs: ['services', 'build'], execute: suite('browser') },
  { name: 'deep', needs: ['services', 'build'], execute: suite('deep'), onlyOnDemand: true },
];
