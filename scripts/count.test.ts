import { describe, expect, it } from 'vitest';
import { add, closingLines, countCheck, countReport, NONE, type Report } from './count.ts';

const report = (more: Partial<Report> = {}): Report => ({
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...more,
});

describe('counting a test run', () => {
  it('counts passed, failed and skipped tests', () => {
    const given = report({ success: false, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(countReport(given, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const given = report({ success: false, testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(countReport(given, 1).failed).toBe(1);
  });

  it('does not count a file twice when its own tests failed', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
    expect(countReport(report({ success: false, numFailedTests: 1, testResults }), 1).failed).toBe(1);
  });

  it.each([
    ['no report', undefined, 1],
    ['a crash after green tests', report(), 1],
    ['a run that a signal ended', report(), null],
    ['an error outside any test', report({ success: false }), 0],
    ['no tests at all', report({ numPassedTests: 0 }), 0],
    ['only skipped tests', report({ numPassedTests: 0, numPendingTests: 4 }), 0],
  ])('fails on %s', (_what, given, exitCode) => {
    expect(countReport(given, exitCode).failed).toBe(1);
  });

  it('ends with the skipped and then the passed and failed', () => {
    const count = add(add(NONE, countCheck(true)), add(countCheck(false), { ...NONE, skipped: 2 }));
    expect(closingLines(count)).toBe('2 skipped\n1 passed, 1 failed\n');
  });
});
