/**
 * `npm test`: everything, one after the other on two cores. Each check that is no test suite counts as one
 * test. Nothing stops at the first failure, but without a build there is nothing for the browser to open.
 * The last line is the sum: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './chromium';
import { type Counts, playwrightCounts, vitestCounts } from './read-reports';
import { root } from './repository-files';

const reports = path.join(root, 'test-results');
const browserReport = path.join(reports, 'browser.json');
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);

function run(command: string, args: readonly string[], env: Record<string, string> = {}, cwd = root): number {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...env },
  });
  return status ?? 1;
}

const check = (command: string, args: readonly string[]): Counts =>
  run(command, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** One call for each world: without a database, the tests that need none still run. */
function suite(name: string, ...projects: string[]): Counts {
  const report = path.join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.map((project) => `--project=${project}`);
  const exitCode = run(bin('vitest'), ['run', ...chosen, ...reporters]);
  return vitestCounts(textOf(report), exitCode);
}

function browser(): Counts {
  const chromium = ensureChromium(console.log);
  if (!chromium) return { passed: 0, failed: 1 };
  // The whole run stays under ten minutes: Firefox and WebKitGTK come with `npm run test:browsers`.
  const exitCode = run(
    bin('playwright'),
    ['test'],
    {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
      HOLDFAST_ENGINES: 'chromium,phone',
    },
    path.join(root, 'e2e'),
  );
  return playwrightCounts(textOf(browserReport), exitCode);
}

const FIRST_SEED = '846904192';
const SEEDS = '700';

/**
 * What once failed, then about a minute of seeds, the same ones each time: a change is judged by the histories that the
 * one before it passed. Fresh ones are tried with `npm run simulate`; decision 050 names those that are open.
 */
function simulation(): Counts {
  const report = path.join(reports, 'simulation.json');
  const exitCode = run(bin('tsx'), [
    'e2e/simulation/run/simulate.ts',
    '--seeds',
    SEEDS,
    '--base',
    FIRST_SEED,
    '--without',
    'rollback',
  ]);
  const json = textOf(report);
  return json === null ? { passed: 0, failed: 1 } : atLeastOneFailed(JSON.parse(json) as Counts, exitCode);
}

const atLeastOneFailed = ({ passed, failed }: Counts, exitCode: number): Counts => ({
  passed,
  failed: failed === 0 && exitCode !== 0 ? 1 : failed,
});

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0 };
const lines: string[] = [];

function stage(name: string, work: () => Counts): boolean {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { passed, failed } = work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  total.passed += passed;
  total.failed += failed;
  lines.push(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} of ${passed + failed} in ${seconds} s`);
  return failed === 0;
}

stage('types', () => check(bin('tsc'), ['-b', '--pretty', 'false']));
stage('lint', () => check(bin('biome'), ['check', '--error-on-warnings', '.']));
stage('boundaries', () => check(bin('tsx'), ['e2e/boundaries/run-check.ts']));
stage('rules', () => check(bin('tsx'), ['e2e/support/run-rules.ts']));
stage('unit, property, dom', () => suite('unit', 'unit', 'dom'));
stage('postgres', () => suite('postgres', 'pg'));
stage('simulation', simulation);
const built = stage('build', () => check(bin('turbo'), ['run', 'build', '--output-logs=errors-only']));
if (built) stage('browser', browser);

console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
