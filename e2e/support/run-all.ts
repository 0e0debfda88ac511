/**
 * `npm test`: everything, on two cores. Each check that is no test suite counts as one test. Nothing stops at the first
 * failure, but without a build there is nothing for the browser to open. Browser tests mostly wait: checks and suites
 * that only compute run beside them, with what they leave of the processors. The simulation has the machine to itself,
 * because it counts what it manages. The last line is the sum: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium';
import { type Counts, playwrightCounts, vitestCounts } from './read-reports';
import { root } from './repository-files';

const reports = path.join(root, 'test-results');
const browserReport = path.join(reports, 'browser.json');
type Env = Readonly<Record<string, string>>;
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);

/** How a program runs: in the foreground its words appear at once; beside something else, all together at its end. */
type Seat = 'foreground' | 'beside';

function run(
  seat: Seat,
  command: string,
  args: readonly string[],
  env: Env = {},
  cwd = root,
): Promise<number> {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', seat === 'foreground' ? 'inherit' : 'pipe', seat === 'foreground' ? 'inherit' : 'pipe'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...env },
  });
  if (seat === 'beside' && child.pid !== undefined)
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(String(data)));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (status) => {
      if (said.length > 0) console.log(said.join(''));
      resolve(status ?? 1);
    });
  });
}

const check = async (seat: Seat, command: string, args: readonly string[]): Promise<Counts> =>
  (await run(seat, command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** One call for each world: without a database, the tests that need none still run. */
async function suite(name: string, ...projects: string[]): Promise<Counts> {
  const report = path.join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.map((project) => `--project=${project}`);
  const exitCode = await run('beside', bin('vitest'), ['run', ...chosen, ...reporters]);
  return vitestCounts(textOf(report), exitCode);
}

async function browser(): Promise<Counts> {
  const chromium = ensureChromium(console.log);
  if (!chromium) return { passed: 0, failed: 1 };
  // The whole run stays under ten minutes: Firefox and WebKitGTK come with `npm run test:browsers`.
  const exitCode = await run(
    'foreground',
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

/** A thousand seeds and a million events, about a minute on two cores; others each time (decision 050). */
const SEEDS = ['--seeds', '1000', '--least-events', '1000000'] as const;

/** What once failed, then fresh seeds. One that fails is printed with the line that replays it, and made shorter. */
async function simulation(): Promise<Counts> {
  const report = path.join(reports, 'simulation.json');
  const exitCode = await run('foreground', bin('tsx'), ['e2e/simulation/run/simulate.ts', ...SEEDS]);
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

async function stage(name: string, work: () => Promise<Counts>): Promise<boolean> {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { passed, failed } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  total.passed += passed;
  total.failed += failed;
  lines.push(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} of ${passed + failed} in ${seconds} s`);
  return failed === 0;
}

async function computing(): Promise<void> {
  await stage('types', () => check('beside', bin('tsc'), ['-b', '--pretty', 'false']));
  await stage('lint', () => check('beside', bin('biome'), ['check', '--error-on-warnings', '.']));
  await stage('boundaries', () => check('beside', bin('tsx'), ['e2e/boundaries/run-check.ts']));
  await stage('rules', () => check('beside', bin('tsx'), ['e2e/support/run-rules.ts']));
  await stage('unit, property, dom', () => suite('unit', 'unit', 'dom'));
  await stage('postgres', () => suite('postgres', 'pg'));
}

const built = await stage('build', () =>
  check('foreground', bin('turbo'), ['run', 'build', '--output-logs=errors-only']),
);
await Promise.all([computing(), built && stage('browser', browser)]);
await stage('simulation', simulation);

console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
