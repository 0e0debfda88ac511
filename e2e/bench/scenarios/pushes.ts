/**
 * How many pushes the server takes, and how long one waits when many come: built server, built-in durable Postgres; beside
 * the yardstick's, from the same generator.
 */
import { randomUUID } from 'node:crypto';
import { withBarePushes } from '../baseline/bare-pushes';
import { LoadDevice } from '../load/device';
import { type Closed, closedLoop, openLoop } from '../load/generators';
import { withLoadedApp } from '../load/loaded-app';
import { type Person, shareWorkspace, signUpMany } from '../load/people';
import { type Line, ms, sample } from '../numbers';
import { generator } from '../tasks';

const CLIENTS = 50;
const APART = { warmUp: 3_000, length: 10_000 };
const TOGETHER = { warmUp: 1_000, length: 10_000 };
const OPEN = { warmUp: 3_000, length: 15_000, perSecond: 500 };

export async function pushes(): Promise<readonly Line[]> {
  const bare = await withBarePushes((origin) => {
    const person = () => ({ cookie: '', home: randomUUID() });
    return drive(origin, Array.from({ length: CLIENTS }, person), async () => randomUUID());
  });
  const own = await withLoadedApp(async (origin) => {
    const people = await signUpMany(origin, CLIENTS);
    return drive(origin, people, () => shareWorkspace(origin, people));
  });
  return [
    rate(
      `pushes a second, ${CLIENTS} clients in a closed loop, ${CLIENTS} workspaces`,
      1000,
      own.apart,
      bare.apart,
    ),
    rate(
      `pushes a second, ${CLIENTS} clients in a closed loop, one workspace`,
      300,
      own.together,
      bare.together,
    ),
    ...percentiles(
      `push latency at ${OPEN.perSecond} a second offered over ${CLIENTS} workspaces`,
      own.offered,
      bare.offered,
    ),
  ];
}

/** The same for the product and for the yardstick. */
async function drive(origin: string, people: readonly Person[], share: () => Promise<string>) {
  const devices = people.map((person) => new LoadDevice(origin, person, person.home));
  const apart = await closedLoop(devices, APART);
  const offered = await openLoop(devices, { ...OPEN, random: generator(42) });
  const shared = await share();
  const together = await closedLoop(
    people.map((person) => new LoadDevice(origin, person, shared)),
    TOGETHER,
  );
  return { apart, offered, together };
}

const rate = (what: string, least: number, { perSecond, latencies }: Closed, bare: Closed): Line => ({
  what,
  target: `≥ ${least.toLocaleString('en')}`,
  baseline: `${Math.round(bare.perSecond)} /s`,
  holdfast: `${Math.round(perSecond)} /s`,
  p95: ms(sample(latencies).p95),
  runs: latencies.length,
  met: perSecond >= least,
});

function percentiles(what: string, own: readonly number[], bare: readonly number[]): Line[] {
  const { p95, runs, ...rest } = sample(own);
  const [p99, bareP99] = [own, bare].map(
    (latencies) => [...latencies].sort((a, b) => a - b)[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
  );
  return [
    {
      what,
      target: 'p95 ≤ 60 ms',
      baseline: `${ms(sample(bare).p95)} (p95)`,
      holdfast: ms(rest.median),
      p95: ms(p95),
      runs,
      met: p95 <= 60,
    },
    {
      what: '  its 99th percentile',
      target: '≤ 150 ms',
      baseline: ms(bareP99 ?? Number.NaN),
      holdfast: ms(p99 ?? Number.NaN),
      p95: '',
      runs,
      met: (p99 ?? Number.NaN) <= 150,
    },
  ];
}
