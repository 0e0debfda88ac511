import { beforeEach, expect, it } from 'vitest';
import { NEW_QUERY } from '../filters/query';
import { createSearch, type Search, type SearchPort } from './search-client';
import type { FromWorker, SearchAnswer, ToWorker } from './search-protocol';

const posted: ToWorker[] = [];
let say: (message: FromWorker) => void;
let breakDown: () => void;
let ended = 0;
let search: Search;
beforeEach(() => {
  posted.length = 0;
  ended = 0;
  const port: SearchPort = {
    post: (message) => posted.push(message),
    hear(heard, broke) {
      say = heard;
      breakDown = broke;
    },
    end: () => {
      ended += 1;
    },
  };
  search = createSearch(port, { database: 'db', workspaceId: 'ws' });
});

const question = (words: string) => ({ words, doneToo: false, me: null, limit: 50 });
const answerOf = (open: number): SearchAnswer => ({ tasks: [], open, done: 0, projects: [], labels: [] });
const asked = () => posted.flatMap((message) => (message.kind === 'ask' ? message : []));

it('sends one question at a time, and of those that wait only the last', async () => {
  const first = search.ask(question('r'));
  const second = search.ask(question('ro'));
  const third = search.ask(question('rop'));
  expect(asked().map((each) => each.question.words)).toEqual(['r']);
  say({ kind: 'answer', id: 1, answer: answerOf(3) });
  expect(await first).toEqual(answerOf(3));
  expect(await second).toBeNull();
  expect(asked().map((each) => each.question.words)).toEqual(['r', 'rop']);
  say({ kind: 'answer', id: 2, answer: answerOf(1) });
  expect(await third).toEqual(answerOf(1));
});

it('the same question while it is open is asked once, ahead of the screen and by it; another one again', async () => {
  const ahead = search.ask(question('r'));
  const shown = search.ask(question('r'));
  expect(asked()).toHaveLength(1);
  const next = search.ask(question('ro'));
  const again = search.ask(question('ro'));
  const back = search.ask(question('r'));
  say({ kind: 'answer', id: 1, answer: answerOf(3) });
  expect(await Promise.all([ahead, shown, next, again])).toEqual([answerOf(3), answerOf(3), null, null]);
  expect(asked().map((each) => each.question.words)).toEqual(['r', 'r']);
  say({ kind: 'answer', id: 2, answer: answerOf(2) });
  expect(await back).toEqual(answerOf(2));
  void search.ask({ ...question('r'), doneToo: true });
  void search.ask({ ...question('r'), me: 'a1' });
  expect(asked()).toHaveLength(3);
});

it('tells how far the index is', () => {
  let told = 0;
  search.subscribe(() => {
    told += 1;
  });
  say({ kind: 'changed', state: { ready: true, tasks: 12 } });
  expect(search.state()).toEqual({ failed: false, ready: true, tasks: 12 });
  expect(told).toBe(1);
});

it('a worker that broke down leaves nobody waiting', async () => {
  const first = search.ask(question('r'));
  const second = search.ask(question('ro'));
  breakDown();
  expect([await first, await second, await search.ask(question('rop'))]).toEqual([null, null, null]);
  expect(search.state()).toEqual({ failed: true });
});

it('ends its worker, and answers nothing after', async () => {
  const first = search.ask(question('r'));
  search.end();
  say({ kind: 'answer', id: 1, answer: answerOf(3) });
  expect(await first).toBeNull();
  expect(ended).toBe(1);
});

it('lists are asked side by side, and end without an answer when search does', async () => {
  const list = (label: string) => search.list({ query: all(label), asking, closedToo: false });
  const one = list('a');
  const two = list('b');
  const asked = posted.flatMap((message) => (message.kind === 'list' ? message.id : []));
  expect(asked).toHaveLength(2);
  say({ kind: 'listed', id: asked[1] ?? 0, answer: { open: [], closed: ['b'] } });
  expect(await two).toEqual({ open: [], closed: ['b'] });
  breakDown();
  expect(await one).toBeNull();
  expect(await list('c')).toBeNull();
});

const asking = { today: '2026-03-12', me: 'me' };
const all = (label: string) => ({ ...NEW_QUERY, parts: [{ label: [label] }] });
