import { expect, it } from 'vitest';
import type { SyncCore } from './engine-deps';
import type { Answer } from './machine-state';
import { runOnce } from './one-run';

const nothing = {
  device: { id: 'd', lastAt: 0 },
  position: { cursor: 'c', version: 1, generation: 0, walk: null, completeAt: 1 },
};
const core = {
  freezeHead: async () => ({ ...nothing, entries: [] }),
  position: async () => ({ ...nothing, ack: 0 }),
  receive: async () => ({ settled: 0, moved: false, complete: true, waiting: 0, refusedRows: false }),
} as unknown as SyncCore;
const page = { ack: 0, now: 0, results: [], changes: [], cursor: 'c', version: 1, more: false, reset: false };

const run = (answer: 'ok' | 'unreachable') => {
  let asked = 0;
  const result = runOnce(
    {
      core,
      http: {
        send: async () => {
          asked += 1;
          return answer === 'ok'
            ? { kind: 'ok', status: 200, body: page, build: null }
            : { kind: 'unreachable' };
        },
      },
      accountId: 'a',
      deviceName: 'Test',
      now: () => 0,
      random: () => 0.5,
      createAlarm: () => ({ set: () => undefined }),
      refresh: async (): Promise<Answer> => ({ kind: 'refreshed' }),
      digest: async () => ({ kind: 'nothing' }),
    },
    ['w1', 'w2'],
  );
  return result.then((how) => [how, asked]);
};

it('[CL7] a wake-up in the background syncs each workspace once and rests', async () => {
  expect(await run('ok')).toEqual(['rests', 2]);
});

it('[H58] without a network it stops at once; the outbox stays for the next wake-up', async () => {
  expect(await run('unreachable')).toEqual(['stopped', 1]);
});
