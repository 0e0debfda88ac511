import { expect, it } from 'vitest';
import type { HttpAnswer } from '../platform/http';
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

const refused: HttpAnswer = {
  kind: 'refused',
  status: 401,
  code: 'unauthenticated',
  problem: { type: '', title: '', status: 401, code: 'unauthenticated' },
  retryAfterMs: null,
  build: null,
};
const answers: { readonly [how: string]: HttpAnswer } = {
  ok: { kind: 'ok', status: 200, body: page, build: null },
  unreachable: { kind: 'unreachable' },
  refused,
};

const run = (answer: 'ok' | 'unreachable' | 'refused') => {
  let asked = 0;
  const result = runOnce(
    {
      core,
      http: {
        send: async () => {
          asked += 1;
          return answers[answer] ?? { kind: 'unreachable' };
        },
      },
      accountId: 'a',
      deviceName: 'Test',
      now: () => 0,
      random: () => 0.5,
      createAlarm: () => ({ set: () => undefined }),
      refresh: async (): Promise<Answer> => ({ kind: answer === 'refused' ? 'signed-out' : 'refreshed' }),
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

it('[H62] where the session has ended it stops, and asks no more', async () => {
  expect(await run('refused')).toEqual(['stopped', 1]);
});
