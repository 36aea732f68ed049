import { Failure } from './failure.mjs';

/** Reads the command line: which stages, and what is handed to the test runner to narrow them down. */
export function planTests(argv, stages) {
  const plan = { selected: undefined, deep: false, filters: [], testName: undefined };
  for (let index = 0; index < argv.length; index += 1) {
    const [flag, inline] = argv[index].split(/=(.*)/s);
    if (flag === '--only') plan.selected = (inline ?? argv[(index += 1)] ?? '').split(',').filter(Boolean);
    else if (flag === '--deep') plan.deep = true;
    else if (flag === '-t') plan.testName = argv[(index += 1)];
    else if (flag.startsWith('-'))
      throw new Failure(`npm test takes --only, --deep, -t <name> and paths, not ${flag}.`);
    else plan.filters.push(argv[index]);
  }
  return { stages: selectStages(plan, stages), filters: plan.filters, testName: plan.testName };
}

function selectStages({ selected, deep }, stages) {
  const names = stages.map((stage) => stage.name);
  const unknown = selected?.find((name) => !names.includes(name));
  if (unknown !== undefined || selected?.length === 0)
    throw new Failure(`--only takes some of: ${names.join(', ')}${unknown ? ` (not "${unknown}")` : ''}.`);
  if (selected)
    return stages.filter((stage) => selected.includes(stage.name) || (deep && stage.name === 'deep'));
  return stages.filter((stage) => deep || !stage.onlyOnDemand);
}

/** The verdict, and the line that ends the run. A filter that matches nothing is a mistake, not a success. */
export function summarise(results, narrowed) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  const vain = narrowed && passed + failed === 0;
  return { line: `${passed} passed, ${failed} failed`, exitCode: failed > 0 || vain ? 1 : 0 };
}
