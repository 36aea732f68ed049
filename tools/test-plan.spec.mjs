import { describe, expect, it } from 'vitest';
import { planTests, summarise } from './test-plan.mjs';

const stages = [{ name: 'lint' }, { name: 'unit' }, { name: 'api' }, { name: 'deep', onlyOnDemand: true }];
const names = (plan) => plan.stages.map((stage) => stage.name);

describe('planTests', () => {
  it('runs the everyday stages when nothing is asked', () => {
    expect(names(planTests([], stages))).toEqual(['lint', 'unit', 'api']);
  });

  it('adds the deep stage on demand, alone or with a selection', () => {
    expect(names(planTests(['--deep'], stages))).toEqual(['lint', 'unit', 'api', 'deep']);
    expect(names(planTests(['--only', 'api', '--deep'], stages))).toEqual(['api', 'deep']);
    expect(names(planTests(['--only=deep'], stages))).toEqual(['deep']);
  });

  it('keeps the order of the stages, whatever the order of the words', () => {
    expect(names(planTests(['--only', 'api,lint'], stages))).toEqual(['lint', 'api']);
  });

  it('hands paths and a name on', () => {
    const plan = planTests(['--only', 'unit', 'money/iban', '-t', 'rounds'], stages);
    expect(plan).toMatchObject({ filters: ['money/iban'], testName: 'rounds' });
  });

  it('refuses what it does not know instead of running something else', () => {
    expect(() => planTests(['--only', 'apis'], stages)).toThrow(/lint, unit, api, deep \(not "apis"\)/);
    expect(() => planTests(['--only'], stages)).toThrow(/--only takes/);
    expect(() => planTests(['--watch'], stages)).toThrow(/not --watch/);
  });
});

describe('summarise', () => {
  const results = [
    { passed: 1, failed: 0 },
    { passed: 40, failed: 0 },
  ];

  it('adds up the stages', () => {
    expect(summarise(results, false)).toEqual({ line: '41 passed, 0 failed', exitCode: 0 });
  });

  it('fails when anything failed', () => {
    expect(summarise([...results, { passed: 0, failed: 2 }], false)).toEqual({
      line: '41 passed, 2 failed',
      exitCode: 1,
    });
  });

  it('does not call a filter that matched nothing a success', () => {
    expect(summarise([{ passed: 0, failed: 0 }], true).exitCode).toBe(1);
    expect(summarise([{ passed: 0, failed: 0 }], false).exitCode).toBe(0);
  });
});
