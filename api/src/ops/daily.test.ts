import { expect, it } from 'vitest';
import { startDaily } from './daily';

function world() {
  const set: { run: () => void; ms: number }[] = [];
  const logged: string[] = [];
  return {
    set,
    logged,
    timer: { set: (run: () => void, ms: number) => set.push({ run, ms }), clear: () => set.splice(0) },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (_: object, message: string) => logged.push(message),
    },
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('runs soon after the start, then a day after each end, and goes on after a failure', async () => {
  const { set, timer, log, logged } = world();
  let runs = 0;
  startDaily(
    async () => {
      runs += 1;
      if (runs === 1) throw new Error('no database');
    },
    timer,
    log,
  );
  expect(set).toMatchObject([{ ms: 60_000 }]);
  set.shift()?.run();
  await settled();
  expect(logged).toEqual(['the daily job failed']);
  expect(set).toMatchObject([{ ms: 86_400_000 }]);
  set.shift()?.run();
  await settled();
  expect([runs, set.length]).toEqual([2, 1]);
});

it('ending waits for the run under way and plans no further one', async () => {
  const { set, timer, log } = world();
  let finish: () => void = () => undefined;
  const end = startDaily(() => new Promise<void>((resolve) => (finish = resolve)), timer, log);
  set.shift()?.run();
  let ended = false;
  const ending = end().then(() => (ended = true));
  await settled();
  expect(ended).toBe(false);
  finish();
  await ending;
  expect(set).toEqual([]);
});
