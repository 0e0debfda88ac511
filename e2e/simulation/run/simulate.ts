/**
 * `npm run simulate -- --seconds N | --seeds N | --seed X`: what once failed, then fresh seeds, on two processes.
 * A failing seed is shrunk and printed with the line that keeps it for ever.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startCluster } from '../../../api/src/testing/postgres-cluster';
import { createTemplate } from '../../../api/src/testing/test-database';
import { root } from '../../support/repository-files';
import { createPlan, type Plan } from '../world/plan';
import type { Report } from '../world/report';
import { bundleWorld } from './bundle';
import { readOptions } from './options';
import { createPool, type Pool } from './pool';
import { readRegressions } from './regressions';
import { planInLines, shrink } from './shrink';
import { count, emptyTally, inLines, tooLittle } from './tally';

const options = readOptions(process.argv.slice(2), Date.now() % 1_000_000_000);
/** Every so many seeds one runs on the real database. */
const ON_POSTGRES = 80;
const tests: { readonly name: string; readonly ok: boolean }[] = [];
const note = (name: string, ok: boolean): void => {
  tests.push({ name, ok });
  if (!ok) console.log(`FAIL ${name}`);
};

const cluster = await startCluster();
await createTemplate(cluster.adminUrl);
const pool = createPool(
  await bundleWorld(`world-${process.pid}`),
  options.processes,
  { HOLDFAST_SIMULATION_POSTGRES: cluster.adminUrl },
  (options.seconds ?? 0) > 600 ? 10 : 0,
);
if (options.seed !== null) await one(pool, options.seed);
else {
  await regressions(pool);
  await fresh(pool);
}
pool.close();
await cluster.stop();

const failed = tests.filter((test) => !test.ok).length;
mkdirSync(path.join(root, 'test-results'), { recursive: true });
writeFileSync(
  path.join(root, 'test-results/simulation.json'),
  JSON.stringify({ passed: tests.length - failed, failed }),
);
console.log(`${tests.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || tests.length === 0 ? 1 : 0;

/** What the seed means, but for the kind of fault that is left out. */
function planOf(seed: number, postgres: boolean): Plan {
  const drawn = createPlan(seed, { postgres });
  return { ...drawn, items: drawn.items.filter(({ what }) => what !== options.without) };
}

async function one(workers: Pool, seed: number): Promise<void> {
  const plan: Plan = { ...planOf(seed, options.postgres), trace: options.trace };
  const report = await workers.run({ seed, plan });
  const again = await workers.run({ seed, plan });
  for (const line of report.trace) console.log(line);
  const tally = emptyTally();
  count(tally, report);
  for (const line of inLines(tally, 0)) console.log(line);
  note(`seed ${seed}`, report.violation === null);
  note(`seed ${seed} runs the same way twice`, report.fingerprint === again.fingerprint);
  if (report.violation) await explain(workers, plan, report);
}

async function regressions(workers: Pool): Promise<void> {
  const kept = readRegressions();
  const reports = await Promise.all(kept.map(({ plan }) => workers.run({ seed: plan.seed, plan })));
  for (const [at, { name }] of kept.entries()) {
    const violation = reports[at]?.violation;
    note(`kept: ${name}${violation ? ` (${violation.law}: ${violation.detail})` : ''}`, !violation);
  }
  console.log(`${kept.length} plans that once failed`);
}

async function fresh(workers: Pool): Promise<void> {
  console.log(`fresh seeds from ${options.base}`);
  const tally = emptyTally();
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  const goesOn = (): boolean =>
    options.seeds === null ? elapsed() < (options.seconds ?? 60) : started < options.seeds;
  let started = 0;
  let unequal = 0;
  const work = async (): Promise<void> => {
    while (goesOn()) {
      started += 1;
      const seed = options.base + started;
      const postgres = started % ON_POSTGRES === 0;
      const plan = planOf(seed, postgres);
      const report = await workers.run({ seed, plan });
      count(tally, report);
      if (tally.seeds % 1000 === 0) console.log(`${tally.seeds} seeds in ${elapsed().toFixed(0)} s`);
      if (report.violation) console.log(`after ${tally.seeds} seeds: ${brokenBy(report)}`);
      if (
        seed % 100 === 0 &&
        !report.postgres &&
        (await workers.run({ seed, plan })).fingerprint !== report.fingerprint
      )
        unequal += 1;
    }
  };
  await Promise.all(Array.from({ length: workers.size }, work));
  for (const line of inLines(tally, elapsed())) console.log(line);
  note(`${tally.failed.length} of ${tally.seeds} fresh seeds broke a law`, tally.failed.length === 0);
  note(`equal seeds run the same way (${unequal} did not)`, unequal === 0);
  const little = tooLittle(tally, options);
  note(`the runs did enough${little.length > 0 ? `: ${little.join('; ')}` : ''}`, little.length === 0);
  for (const report of tally.failed.slice(0, options.shrink))
    await explain(workers, planOf(report.seed, report.postgres), report);
}

/** All that is needed to see it again. */
function brokenBy({ seed, postgres, violation }: Report): string {
  return `seed ${seed} broke ${violation?.law}: ${violation?.detail}
replay it: npm run simulate -- --seed ${seed}${postgres ? ' --postgres' : ''} --trace`;
}

async function explain(workers: Pool, plan: Plan, report: Report): Promise<void> {
  const { violation } = report;
  if (!violation) return;
  console.log(`\n${brokenBy(report)}`);
  const short = await shrink({ ...plan, trace: false }, violation.law, (candidate) =>
    workers.run({ seed: candidate.seed, plan: candidate }),
  );
  for (const line of planInLines(short)) console.log(`  ${line}`);
  const { trace: _, ...kept } = short;
  console.log(`keep it: ${JSON.stringify({ name: violation.law, plan: kept })}\n`);
}
