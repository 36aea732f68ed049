import { describe, expect, it } from 'vitest';
import { countReport } from './test-stages.mjs';

const file = (status, ...tests) => ({ status, assertionResults: tests.map((test) => ({ status: test })) });
const report = (passed, failed, ...files) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: files,
});

describe('countReport', () => {
  it('takes the numbers of a run that went well', () => {
    expect(countReport(report(2, 0, file('passed', 'passed', 'passed')), 0)).toEqual({
      passed: 2,
      failed: 0,
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(countReport(report(1, 0, file('passed', 'passed'), file('failed')), 1)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('does not count a failed test twice', () => {
    expect(countReport(report(1, 1, file('failed', 'passed', 'failed')), 1)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('does not let a bad end without a failed test pass', () => {
    expect(countReport(report(3, 0, file('passed', 'passed')), 1)).toEqual({ passed: 3, failed: 1 });
  });
});
