import { expect, it } from 'vitest';
import type { FeedHandlers } from '../platform/event-source';
import { createStream, parseStreamEvent, type StreamNews } from './stream';

/** A clock with alarms, and feeds that the test answers. */
function world() {
  let now = 0;
  const alarms: { at: number | null; ring: () => void }[] = [];
  const feeds: { handlers: FeedHandlers; closed: boolean }[] = [];
  const news: StreamNews[] = [];
  const stream = createStream({
    account: 'me',
    now: () => now,
    random: () => 0.5,
    heard: (one) => news.push(one),
    createAlarm(ring) {
      const alarm = { at: null as number | null, ring };
      alarms.push(alarm);
      return {
        set(inMs) {
          alarm.at = inMs === null ? null : now + inMs;
        },
      };
    },
    openFeed(_path, _account, handlers) {
      const feed = { handlers, closed: false };
      feeds.push(feed);
      return {
        close() {
          feed.closed = true;
        },
      };
    },
  });
  return {
    stream,
    feeds,
    news,
    open: () => feeds.filter((feed) => !feed.closed).length,
    last: () => feeds.at(-1)?.handlers as FeedHandlers,
    hello: (account = 'me') =>
      feeds.at(-1)?.handlers.event('hello', JSON.stringify({ account, heads: { w: 3 } })),
    pass(ms: number) {
      const until = now + ms;
      for (;;) {
        const due = alarms
          .filter((alarm) => alarm.at !== null && alarm.at <= until)
          .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))[0];
        if (due === undefined) break;
        now = Math.max(now, due.at ?? now);
        due.at = null;
        due.ring();
      }
      now = until;
    },
  };
}

it('[ST1] says hello with the heads, and passes on what changed', () => {
  const w = world();
  w.stream.want(true);
  w.hello();
  w.last().event('changed', '{"workspaceId":"w","version":4}');
  expect(w.news).toEqual([
    { kind: 'hello', heads: { w: 3 } },
    { kind: 'changed', workspaceId: 'w', version: 4 },
  ]);
});

it('[ST1] closes on another account, and does not come back by itself', () => {
  const w = world();
  w.stream.want(true);
  w.hello('somebody else');
  expect(w.news).toEqual([{ kind: 'session' }]);
  w.pass(600_000);
  expect(w.open()).toBe(0);
  expect(w.feeds).toHaveLength(1);
});

it('[ST1] on an error it comes back with jitter, ever later', () => {
  const w = world();
  w.stream.want(true);
  w.last().ended(null);
  expect(w.open()).toBe(0);
  w.pass(499);
  expect(w.feeds).toHaveLength(1);
  w.pass(1);
  expect(w.feeds).toHaveLength(2);
  w.last().ended(502);
  w.pass(999);
  expect(w.feeds).toHaveLength(2);
  w.pass(1);
  expect(w.feeds).toHaveLength(3);
});

it('[CL7] [ST1] a network that comes back without a word is found within 30 s, however long it was away', () => {
  const w = world();
  w.stream.want(true);
  for (let failures = 0; failures < 20; failures++) {
    const tried = w.feeds.length;
    w.last().ended(null);
    w.pass(15_000);
    expect(w.feeds).toHaveLength(tried + 1);
  }
});

it('[ST3] [H52] 45 s of silence mean dead; a heartbeat is a sign of life', () => {
  const w = world();
  w.stream.want(true);
  w.hello();
  w.pass(40_000);
  w.last().alive();
  w.pass(44_000);
  expect(w.open()).toBe(1);
  w.pass(2_000);
  expect(w.news.at(-1)).toEqual({ kind: 'silent' });
  expect(w.feeds.length).toBeGreaterThan(1);
});

it('[ST3] closes after 30 s hidden, not before, and opens on return', () => {
  const w = world();
  w.stream.want(true);
  w.hello();
  w.stream.visible(false);
  w.pass(29_000);
  expect(w.open()).toBe(1);
  w.pass(1_000);
  expect(w.open()).toBe(0);
  w.stream.visible(true);
  expect(w.open()).toBe(1);
  expect(w.feeds).toHaveLength(2);
});

it('[ST3] [H52] a stream that a phone killed in silence is opened anew on return', () => {
  const w = world();
  w.stream.want(true);
  w.hello();
  w.pass(31_000);
  w.stream.visible(true);
  expect(w.feeds).toHaveLength(2);
  expect(w.open()).toBe(1);
});

it('a refused session is told, so that a request renews it', () => {
  const w = world();
  w.stream.want(true);
  w.last().ended(401);
  expect(w.news).toEqual([{ kind: 'session' }]);
});

it('takes nothing from events that it does not know or cannot read', () => {
  expect(parseStreamEvent('presence', '{}')).toBe(null);
  expect(parseStreamEvent('changed', '{"workspaceId":1}')).toBe(null);
  expect(parseStreamEvent('hello', 'not json')).toBe(null);
  expect(parseStreamEvent('revoked', '{"workspaceId":"w"}')).toEqual({ kind: 'revoked', workspaceId: 'w' });
});
