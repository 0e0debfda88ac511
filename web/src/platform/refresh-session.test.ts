import { expect, it } from 'vitest';
import { memoryMarks } from '../testing/memory-marks';
import type { HttpAnswer, HttpRequest } from './http';
import type { Hold } from './locks';
import { refreshSession } from './refresh-session';

const ok: HttpAnswer = { kind: 'ok', status: 200, body: {}, build: null };
const refused = (status: number): HttpAnswer => ({
  kind: 'refused',
  status,
  code: 'x',
  problem: { type: '', title: '', status, code: 'x' },
  retryAfterMs: null,
  build: null,
});

function browser(answers: HttpAnswer[], doneAt?: number) {
  const { marks, stored } = memoryMarks();
  if (doneAt !== undefined) stored.set('refresh', { rid: null, doneAt });
  let queue: Promise<unknown> = Promise.resolve();
  const hold: Hold = (_name, _options, work) => {
    const turn = queue.then(() => work(new AbortController().signal));
    queue = turn;
    return turn.then(() => 'ran' as const);
  };
  const sent: { body: unknown; onDisk: unknown }[] = [];
  let rids = 0;
  let now = 100;
  const tab = () =>
    refreshSession(
      {
        http: {
          send: async (request: HttpRequest) => {
            sent.push({ body: request.body, onDisk: stored.get('refresh') });
            now += 10;
            return answers.shift() ?? ok;
          },
        },
        marks,
        hold,
        now: () => now,
        newRid: () => `rid-${++rids}`,
        deviceId: async () => 'd',
        accountId: 'a',
      },
      100,
      new AbortController().signal,
    );
  return { tab, sent };
}

it('[AC2] [H61] stores the rid before it sends, and repeats it after a lost answer', async () => {
  const { tab, sent } = browser([{ kind: 'unreachable' }, ok]);
  expect(await tab()).toEqual({ kind: 'unreachable' });
  expect(await tab()).toEqual({ kind: 'refreshed' });
  expect(sent).toMatchObject([
    { body: { rid: 'rid-1', deviceId: 'd' }, onDisk: { rid: 'rid-1' } },
    { body: { rid: 'rid-1' } },
  ]);
});

it('[CL8] three tabs that were refused together refresh once', async () => {
  const { tab, sent } = browser([ok]);
  expect(await Promise.all([tab(), tab(), tab()])).toEqual(Array(3).fill({ kind: 'refreshed' }));
  expect(sent).toHaveLength(1);
});

it('[H30] [H61] a refresh of a time to come, before the clock went back, settles nothing', async () => {
  const { tab, sent } = browser([ok], 86_400_000);
  expect(await tab()).toEqual({ kind: 'refreshed' });
  expect(sent).toHaveLength(1);
});

it('[AC2] 401 signs out; other refusals do not', async () => {
  expect(await browser([refused(401)]).tab()).toEqual({ kind: 'signed-out' });
  expect(await browser([refused(503)]).tab()).toMatchObject({ kind: 'refused', status: 503 });
});

it('[AC2] [H61] trouble on the way is no verdict: the same refresh is asked again', async () => {
  const { tab, sent } = browser([{ kind: 'unreachable' }, refused(503), refused(500), ok]);
  for (let n = 0; n < 4; n += 1) await tab();
  expect(sent.map(({ body }) => (body as { rid: string }).rid)).toEqual(Array(4).fill('rid-1'));
});
