/**
 * One process that runs plans: each line in is a job, each line out its report. Nobody reads it any more when its input
 * ends: it ends with it, whatever it has begun.
 */
import { createInterface } from 'node:readline';
import { runPlan } from '../world/course';
import { createPlan, type Plan } from '../world/plan';
import { createPostgresStorage } from '../world/postgres-storage';
import type { Report } from '../world/report';
import { createMemoryStorage } from '../world/storage';

export interface Job {
  readonly seed: number;
  /** In place of the one that the seed means. */
  readonly plan?: Plan;
  /** On the cluster that the environment names. */
  readonly postgres?: boolean;
}

async function onPostgres(plan: Plan): Promise<Report> {
  const storage = await createPostgresStorage(process.env.HOLDFAST_SIMULATION_POSTGRES ?? '');
  try {
    return await runPlan(plan, storage);
  } finally {
    await storage.close();
  }
}

process.stdin.once('end', () => process.exit(0));
for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line) as Job;
  const plan = job.plan ?? createPlan(job.seed, { postgres: job.postgres ?? false });
  const report = await (plan.postgres ? onPostgres(plan) : runPlan(plan, createMemoryStorage()));
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
