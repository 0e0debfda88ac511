/** One process that runs plans: each line in is a job, each line out its report. */
import { createInterface } from 'node:readline';
import { createPlan, type Plan } from '../world/plan';
import { createMemoryStorage } from '../world/storage';
import { runPlan } from '../world/world';

export interface Job {
  readonly seed: number;
  /** In place of the one that the seed means. */
  readonly plan?: Plan;
}

for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line) as Job;
  const plan = job.plan ?? createPlan(job.seed);
  const report = await runPlan(plan, createMemoryStorage());
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

process.exit(0);
