import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from './processes.mjs';
import { makeRunFolder } from './run-folder.mjs';
import { checkFormat, checkTypes, lint } from './static-checks.mjs';
import { binFolder, root } from './workspace.mjs';

/** Runs one vitest project and reads the counts from its report, never from its prose. */
function suite(project) {
  return async ({ env, filters, testName }) => {
    const report = reportFile(project);
    const words = ['run', '--project', project, '--passWithNoTests', ...filters];
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const narrow = testName === undefined ? [] : ['-t', testName];
    const command = [join(binFolder, 'vitest'), ...words, ...reporters, ...narrow];
    const { code } = await run(command, { echo: true, env });
    return counts(report, code);
  };
}

/** The components' tests are built and run by Angular's own builder, on the same vitest. */
async function frontend({ env, filters, testName }) {
  const report = reportFile('frontend');
  const words = [
    'run',
    'frontend:test',
    '--watch=false',
    ...filters.map((filter) => `--include=**/*${filter}*`),
  ];
  const reporters = ['--reporters=default', '--reporters=json', `--outputFile=${relative(root, report)}`];
  const narrow = testName === undefined ? [] : [`--filter=${testName}`];
  // Nx would replay a cached success without writing the report.
  const command = [join(binFolder, 'nx'), ...words, ...reporters, ...narrow, '--skipNxCache'];
  const { code, output } = await run(command, { echo: true, env });
  // Angular's builder calls it an error when no file matches.
  if (output.includes('No tests found')) return { passed: 0, failed: 0 };
  return counts(report, code);
}

function reportFile(name) {
  return join(makeRunFolder('reports'), `${name}.json`);
}

/**
 * A file that does not even load has no tests to count: it is one failure. So is a runner that
 * ended badly without naming a failed test (an unhandled rejection, a crash).
 */
export function counts(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
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
  { name: 'lint', needs: [], execute: () => lint() },
  { name: 'format', needs: [], execute: () => checkFormat() },
  { name: 'types', needs: [], execute: () => checkTypes() },
  { name: 'unit', needs: [], execute: suite('unit') },
  { name: 'architecture', needs: [], execute: suite('architecture') },
  { name: 'frontend', needs: [], execute: frontend },
  { name: 'integration', needs: ['services'], execute: suite('integration') },
  { name: 'api', needs: ['services', 'build'], execute: suite('api') },
  { name: 'browser', needs: ['services', 'build'], execute: suite('browser') },
  { name: 'deep', needs: ['services', 'build'], execute: suite('deep'), onlyOnDemand: true },
];
