/** How many pushes the server takes, and how long one waits when many come: built server, built-in durable Postgres. */

import { LoadDevice } from '../load/device';
import { closedLoop, openLoop } from '../load/generators';
import { withLoadedApp } from '../load/loaded-app';
import { shareWorkspace, signUpMany } from '../load/people';
import { type Line, ms, sample } from '../numbers';
import { generator } from '../tasks';

const CLIENTS = 50;
const APART = { warmUp: 3_000, length: 10_000 };
const TOGETHER = { warmUp: 1_000, length: 10_000 };
const OPEN = { warmUp: 3_000, length: 15_000, perSecond: 500 };

export const pushes = (): Promise<readonly Line[]> =>
  withLoadedApp(async (origin) => {
    const people = await signUpMany(origin, CLIENTS);
    const atHome = async () => {
      const devices = people.map((person) => new LoadDevice(origin, person, person.home));
      await Promise.all(devices.map((device) => device.pull()));
      return devices;
    };
    const apart = await closedLoop(await atHome(), APART);
    const offered = await openLoop(await atHome(), { ...OPEN, random: generator(42) });
    const shared = await shareWorkspace(origin, people);
    const devices = people.map((person) => new LoadDevice(origin, person, shared));
    await Promise.all(devices.map((device) => device.pull()));
    const together = await closedLoop(devices, TOGETHER);
    return [
      rate(`pushes a second, ${CLIENTS} clients in a closed loop, ${CLIENTS} workspaces`, apart, 1000),
      rate(`pushes a second, ${CLIENTS} clients in a closed loop, one workspace`, together, 300),
      ...percentiles(
        `push latency at ${OPEN.perSecond} a second offered over ${CLIENTS} workspaces`,
        offered,
      ),
    ];
  });

const rate = (
  what: string,
  { perSecond, latencies }: Awaited<ReturnType<typeof closedLoop>>,
  least: number,
): Line => ({
  what,
  target: `≥ ${least.toLocaleString('en')}`,
  baseline: '',
  holdfast: `${Math.round(perSecond)} /s`,
  p95: ms(sample(latencies).p95),
  runs: latencies.length,
  met: perSecond >= least,
});

function percentiles(what: string, latencies: readonly number[]): Line[] {
  const { median, p95, runs } = sample(latencies);
  const p99 = [...latencies].sort((a, b) => a - b)[Math.floor(latencies.length * 0.99)] ?? Number.NaN;
  return [
    { what, target: 'p95 ≤ 60 ms', baseline: '', holdfast: ms(median), p95: ms(p95), runs, met: p95 <= 60 },
    {
      what: '  its 99th percentile',
      target: '≤ 150 ms',
      baseline: '',
      holdfast: ms(p99),
      p95: '',
      runs,
      met: p99 <= 150,
    },
  ];
}
