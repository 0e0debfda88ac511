import { expect, it } from 'vitest';
import { initialState } from './machine-state';
import { afterAnswer, afterStep, noFacts } from './status-net';

const flight = { kind: 'push', workspaceId: 'a', since: 5, heard: 0, tookPull: false } as const;
const taken = {
  workspaceId: 'a',
  settled: 100,
  waiting: 0,
  reached: 1,
  head: 1,
  more: false,
  complete: true,
};

it('[CL7] silence is counted from the first request that got no answer, and ends with an answer', () => {
  const state = initialState(0);
  let facts = afterStep(noFacts(0), { ...state, flights: { push: flight } }, 5);
  expect(facts.silentSince).toBe(5);
  facts = afterStep(facts, { ...state, failures: 1, trouble: 'unreachable', notBefore: 900 }, 800);
  expect([facts.silentSince, facts.nextTryAt]).toEqual([5, 900]);
  facts = afterStep(
    facts,
    { ...state, failures: 1, trouble: 'unreachable', flights: { push: { ...flight, since: 900 } } },
    900,
  );
  expect(facts.silentSince).toBe(5);
  expect(afterStep(facts, { ...state, lastGoodAt: 950 }, 950).silentSince).toBe(null);
});

it('keeps the same object where nothing changed', () => {
  const state = initialState(0);
  const facts = afterStep(noFacts(0), state, 1);
  expect(afterStep(facts, state, 2)).toBe(facts);
});

it('[PL6] a long send and a first load count in real numbers, and end', () => {
  let facts = afterAnswer(noFacts(0), { ...taken, waiting: 900 }, 10);
  expect(facts.moving).toEqual({ done: 100, total: 1000, since: 10 });
  facts = afterAnswer(facts, { ...taken, waiting: 800 }, 20);
  expect(facts.moving).toEqual({ done: 200, total: 1000, since: 10 });
  facts = afterAnswer(facts, taken, 30);
  expect([facts.moving, facts.asOf]).toEqual([null, { a: 30 }]);
  facts = afterAnswer(
    facts,
    { ...taken, settled: 0, reached: 5_000, head: 12_000, more: true, complete: false },
    40,
  );
  expect([facts.moving, facts.asOf]).toEqual([{ done: 5_000, total: 12_000, since: 40 }, { a: 30 }]);
});

it('[PL2] a page that was refused makes nothing newer: "as of" stays where it was', () => {
  let facts = afterAnswer(noFacts(0), taken, 30);
  facts = afterAnswer(facts, { ...taken, settled: 0, complete: false }, 90);
  expect(facts.asOf).toEqual({ a: 30 });
});

it('[CL7] the newest attempt got no answer: said at once, and until one comes', () => {
  const state = initialState(0);
  const lost = afterStep(noFacts(0), { ...state, trouble: 'unreachable' }, 1);
  expect(lost.unreachable).toBe(true);
  expect(afterStep(lost, { ...state, lastGoodAt: 2 }, 2).unreachable).toBe(false);
});

it('[CL7] asked again by a tap or a look, it stays offline until something answers', () => {
  const state = initialState(0);
  const lost = afterStep(noFacts(0), { ...state, lastGoodAt: 1, trouble: 'unreachable' }, 5_000);
  const again = { ...state, lastGoodAt: 1, flights: { push: { ...flight, since: 9_000 } } };
  const asked = afterStep(lost, again, 9_000);
  expect([asked.silentSince, asked.unreachable]).toEqual([5_000, true]);
  // Whatever answers: the server, its trouble, the stream.
  expect(afterStep(asked, { ...state, lastGoodAt: 9_100 }, 9_100).silentSince).toBe(null);
  expect(afterStep(asked, { ...state, lastGoodAt: 1, trouble: 'server' }, 9_100).silentSince).toBe(null);
  expect(afterStep(asked, { ...state, lastGoodAt: 1, streamAlive: true }, 9_100).silentSince).toBe(null);
});
