/** How many checks passed, failed and were skipped. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What is read of vitest's JSON report. */
export interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export const NONE: Count = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** One check that is not a test of vitest. */
export const countCheck = (ok: boolean): Count => ({ ...NONE, [ok ? 'passed' : 'failed']: 1 });

/**
 * Counts vitest's report. A file that could not be loaded has no failed test in it and yet counts as one
 * failure, as does a run that failed for any other reason, left no report (`undefined`), or ran nothing.
 */
export const countReport = (report: Report | undefined, exitCode: number | null): Count => {
  if (report === undefined) return countCheck(false);
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  const ranNothing = report.numPassedTests + failed === 0;
  const failedOtherwise = failed === 0 && (exitCode !== 0 || !report.success || ranNothing);
  return {
    passed: report.numPassedTests,
    failed: failed + (failedOtherwise ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** The last two lines of a test run. */
export const closingLines = ({ passed, failed, skipped }: Count): string =>
  `${skipped} skipped\n${passed} passed, ${failed} failed\n`;
