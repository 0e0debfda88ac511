import { describe, expect, it } from 'vitest';
import { AGAIN_MS, createWorkerRetry } from './worker-retry';

function setUp() {
  const set: (number | null)[] = [];
  return { set, retry: createWorkerRetry({ set: (inMs) => void set.push(inMs) }) };
}
/** A worker's life, from its first change of state on. */
const live = (
  retry: ReturnType<typeof createWorkerRetry>,
  states: readonly ServiceWorkerState[],
  hasActive = false,
) => {
  const saw = retry.follow();
  for (const state of states) saw(state, hasActive);
};

describe('the service worker is asked for again', () => {
  it('[CL14] after an install that broke off, ever more rarely', () => {
    const { set, retry } = setUp();
    for (let i = 0; i < 10; i += 1) live(retry, ['redundant']);
    expect(set.slice(0, 4)).toEqual([15_000, 30_000, 60_000, 120_000]);
    expect(set.at(-1)).toBe(AGAIN_MS.most);
  });

  it('[CL14] after a registration that failed, on the same clock', () => {
    const { set, retry } = setUp();
    retry.failed();
    live(retry, ['redundant']);
    retry.looks();
    expect(set).toEqual([15_000, 30_000, null]);
  });

  it.each<[string, readonly ServiceWorkerState[]]>([
    ['took over and went', ['installed', 'activating', 'activated', 'redundant']],
    ['went before it took over', ['installed', 'redundant']],
  ])('[H57] not after the kill switch: one that was installed and %s', (_, states) => {
    const { set, retry } = setUp();
    live(retry, states);
    expect(set).toEqual([]);
  });

  it('not where a successor breaks off: the one before still serves', () => {
    const { set, retry } = setUp();
    live(retry, ['redundant'], true);
    expect(set).toEqual([]);
  });
});
