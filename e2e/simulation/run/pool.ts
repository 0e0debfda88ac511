/** Worker processes that take one job after the other. A worker that dies has found something, too. */
import { type ChildProcess, spawn } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import type { Report } from '../world/report';
import type { Job } from './worker';

export interface Pool {
  run(job: Job): Promise<Report>;
  readonly size: number;
  close(): void;
}

interface Worker {
  readonly child: ChildProcess;
  take: ((report: Report) => void) | null;
  job: Job | null;
}

/** A world makes much that lives for one event: a large nursery spares collecting it. */
const FLAGS = ['--enable-source-maps', '--max-old-space-size=1500', '--max-semi-space-size=64'] as const;
/** Longer than any plan takes, many times over, on a machine that has much else to do. */
const JOB_LIMIT = 300_000;

export function createPool(
  bundle: string,
  size: number,
  env: { readonly [name: string]: string } = {},
  niceness = 0,
): Pool {
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const all = new Set<Worker>();

  const free = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };

  function start(): Worker {
    const child = spawn(process.execPath, [...FLAGS, bundle], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    // A long run is nobody's hurry.
    if (child.pid !== undefined && niceness > getPriority()) setPriority(child.pid, niceness);
    const worker: Worker = { child, take: null, job: null };
    all.add(worker);
    let errors = '';
    child.stderr?.on('data', (data: Buffer) => {
      errors = (errors + data.toString()).slice(-4_000);
    });
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        const take = worker.take;
        worker.take = null;
        take?.(JSON.parse(line) as Report);
        free(worker);
      });
    child.on('exit', () => {
      all.delete(worker);
      if (worker.take === null) return;
      worker.take(crashed(worker.job?.seed ?? 0, errors));
      worker.take = null;
      free(start());
    });
    return worker;
  }

  for (let n = 0; n < size; n += 1) idle.push(start());
  return {
    size,
    async run(job) {
      const worker = idle.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
      return new Promise((resolve) => {
        worker.job = job;
        const limit = setTimeout(() => worker.child.kill('SIGKILL'), JOB_LIMIT);
        worker.take = (report) => {
          clearTimeout(limit);
          resolve(report);
        };
        worker.child.stdin?.write(`${JSON.stringify(job)}\n`);
      });
    },
    close() {
      for (const worker of all) worker.child.kill();
    },
  };
}

const crashed = (seed: number, detail: string): Report => ({
  seed,
  postgres: false,
  violation: { law: 'the-world-goes-on', detail },
  events: 0,
  healing: 0,
  acts: 0,
  requests: 0,
  busiest: 0,
  comparisons: 0,
  faults: {},
  outcomes: {},
  trace: [],
  fingerprint: '',
});
