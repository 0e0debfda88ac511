/** Counts out of the test runners' own JSON reports. A runner that leaves no report has failed. */
export type Counts = { readonly passed: number; readonly failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
};

/** A file that failed before its first test counts as one failure, and so does an error outside all tests. */
export function vitestCounts(json: string | null, exitCode: number): Counts {
  if (json === null) return { passed: 0, failed: 1 };
  const report = JSON.parse(json) as VitestReport;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return atLeastOneFailure(report.numPassedTests, report.numFailedTests + brokenFiles, exitCode);
}

/** A test that only passed when tried again has not passed. */
export function playwrightCounts(json: string | null, exitCode: number): Counts {
  if (json === null) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(json) as PlaywrightReport;
  return atLeastOneFailure(stats.expected, stats.unexpected + stats.flaky + errors.length, exitCode);
}

function atLeastOneFailure(passed: number, failed: number, exitCode: number): Counts {
  const nothingRan = passed + failed === 0;
  return { passed, failed: failed === 0 && (exitCode !== 0 || nothingRan) ? 1 : failed };
}
