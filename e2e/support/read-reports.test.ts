import { expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './read-reports';

const vitest = (passed: number, failed: number, files: object[] = []) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: files });
const browser = (expected: number, unexpected: number, flaky = 0, errors: object[] = []) =>
  JSON.stringify({ stats: { expected, unexpected, flaky }, errors });

test('passed and failed tests are counted', () => {
  expect(vitestCounts(vitest(7, 2), 1)).toEqual({ passed: 7, failed: 2 });
  expect(playwrightCounts(browser(5, 1), 1)).toEqual({ passed: 5, failed: 1 });
});

test('a test file that does not load is a failure', () => {
  const broken = [{ status: 'failed', assertionResults: [] }];
  expect(vitestCounts(vitest(7, 0, broken), 1)).toEqual({ passed: 7, failed: 1 });
});

test('a runner without a report, with a bad exit, or without a test has failed', () => {
  expect(vitestCounts(null, 0)).toEqual({ passed: 0, failed: 1 });
  expect(vitestCounts(vitest(7, 0), 1)).toEqual({ passed: 7, failed: 1 });
  expect(vitestCounts(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightCounts(null, 1)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightCounts(browser(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
});

test('a browser test that passed at the second try has not passed', () => {
  expect(playwrightCounts(browser(4, 0, 1), 0)).toEqual({ passed: 4, failed: 1 });
});
