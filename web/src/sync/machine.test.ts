import { describe, expect, it } from 'vitest';
import { isIdle, step } from './machine';
import {
  type Answer,
  type Effect,
  initialState,
  type Lane,
  type SyncEvent,
  type SyncState,
} from './machine-state';

type Without<T> = T extends unknown ? Omit<T, 'now' | 'roll'> : never;

/** Drives the machine by hand: a clock, the effects of the last event, everything asked so far. */
function drive(ids: readonly string[] = ['a'], active: string | null = 'a') {
  let state: SyncState = initialState(0);
  let effects: readonly Effect[] = [];
  const asked: Effect[] = [];
  const driver = {
    now: 0,
    roll: 0.5,
    send(event: Without<SyncEvent>) {
      const next = step(state, { ...event, now: driver.now, roll: driver.roll } as SyncEvent);
      state = next.state;
      effects = next.effects.filter((effect) => effect.kind !== 'wake');
      asked.push(...effects);
      return effects;
    },
    answer: (lane: Lane, answer: Answer) => driver.send({ kind: 'answered', lane, answer }),
    wakeAt: () =>
      step(state, { kind: 'timer', now: driver.now, roll: 0 }).effects.find((e) => e.kind === 'wake')?.at,
    get state() {
      return state;
    },
    asked,
    kinds: () => effects.map((effect) => effect.kind),
  };
  driver.send({ kind: 'workspaces', ids, active, digested: {} });
  return driver;
}

const done = (over: Partial<Extract<Answer, { kind: 'done' }>> = {}): Answer => ({
  kind: 'done',
  settled: true,
  moved: true,
  waiting: 0,
  more: false,
  version: 1,
  reset: false,
  refusedRows: false,
  ...over,
});
const refused = (
  status: number,
  code = 'x',
  over: { retryAfterMs?: number; sent?: number; alone?: string } = {},
): Answer => ({
  kind: 'refused',
  status,
  code,
  retryAfterMs: over.retryAfterMs ?? null,
  sent: over.sent ?? 0,
  ...(over.alone === undefined ? {} : { alone: over.alone }),
});

/** Past start: nothing wanted, nothing under way. */
function atRest(ids?: readonly string[], active?: string | null) {
  const driver = drive(ids, active);
  for (let n = 0; n < 20 && Object.keys(driver.state.flights).length > 0; n++) {
    for (const lane of Object.keys(driver.state.flights) as Lane[])
      driver.answer(lane, lane === 'push' ? { kind: 'nothing' } : done());
  }
  expect(isIdle(driver.state)).toBe(true);
  return driver;
}

describe('lanes', () => {
  it('[CL7] a write is pushed at once, and the next write waits for the push under way', () => {
    const d = atRest();
    expect(d.send({ kind: 'wrote', workspaceId: 'a' })).toEqual([
      { kind: 'push', workspaceId: 'a', limit: 100, hollow: null },
    ]);
    expect(d.send({ kind: 'wrote', workspaceId: 'a' })).toEqual([]);
    d.answer('push', done());
    expect(d.kinds()).toEqual(['push']);
  });

  it('[CL7] `changed` pulls at once; a version already held does not', () => {
    const d = atRest();
    expect(d.send({ kind: 'changed', workspaceId: 'a', version: 1 })).toEqual([]);
    expect(d.send({ kind: 'changed', workspaceId: 'a', version: 2 })).toEqual([
      { kind: 'pull', workspaceId: 'a', lane: 'pull', heard: 2 },
    ]);
  });

  it('[ST1] an answer that was asked for early leaves out what was heard since: one more look', () => {
    const d = atRest();
    d.send({ kind: 'changed', workspaceId: 'a', version: 5 });
    d.answer('pull', done({ version: 4, heard: 4 }));
    expect(d.kinds()).toEqual(['pull']);
    d.answer('pull', done({ version: 5 }));
    expect(isIdle(d.state)).toBe(true);
  });

  it('[PU7] the echo of an own push makes no pull', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    expect(d.send({ kind: 'changed', workspaceId: 'a', version: 2 })).toEqual([]);
    d.answer('push', done({ version: 2 }));
    expect(d.kinds()).toEqual([]);
    expect(isIdle(d.state)).toBe(true);
  });

  it('[CL9] a slow pull of another workspace holds up neither push nor the pull on screen', () => {
    const d = atRest(['a', 'b'], 'a');
    d.send({ kind: 'changed', workspaceId: 'b', version: 5 });
    expect(d.kinds()).toEqual(['pull']);
    d.send({ kind: 'wrote', workspaceId: 'b' });
    expect(d.kinds()).toEqual(['push']);
    d.send({ kind: 'changed', workspaceId: 'a', version: 5 });
    expect(d.kinds()).toEqual(['pull']);
    expect(Object.keys(d.state.flights).sort()).toEqual(['other', 'pull', 'push']);
  });

  it('[CL9] the workspace on screen pushes first', () => {
    const d = drive(['b', 'a'], 'a');
    expect(d.asked[0]).toMatchObject({ kind: 'push', workspaceId: 'a' });
  });

  it('[ST4] polls every 5 s while visible without a stream, every 30 s with one, not while hidden', () => {
    const d = atRest();
    expect(d.wakeAt()).toBe(5_000);
    d.now = 5_000;
    expect(d.send({ kind: 'timer' })).toMatchObject([{ kind: 'pull' }]);
    d.answer('pull', done());
    d.send({ kind: 'hello', heads: {} });
    d.now = 10_000;
    expect(d.send({ kind: 'timer' })).toMatchObject([{ kind: 'pull' }]);
    d.answer('pull', done());
    expect(d.wakeAt()).toBe(40_000);
    d.send({ kind: 'silent' });
    expect(d.wakeAt()).toBe(15_000);
    d.send({ kind: 'hidden' });
    d.now = 60_000;
    expect(d.send({ kind: 'timer' })).toEqual([]);
  });

  it('[DG1] compares once a day, and reads anew where the digests differ', () => {
    const d = atRest();
    d.send({ kind: 'hidden' });
    d.now = 86_400_000;
    expect(d.send({ kind: 'timer' })).toEqual([{ kind: 'digest', workspaceId: 'a' }]);
    d.answer('other', { kind: 'compared', result: 'differs' });
    expect(d.kinds()).toEqual(['pull']);
    d.answer('pull', done({ version: 1, more: true, reset: true }));
    expect(d.kinds()).toEqual(['pull']);
  });

  it('[DG1] a comparison that came to nothing is made again soon, not the next day', () => {
    const nothing: Answer[] = [
      { kind: 'unreachable' },
      { kind: 'stuck' },
      { kind: 'refused', status: 401, code: 'unauthenticated', retryAfterMs: null, sent: 0 },
      { kind: 'compared', result: 'moved' },
    ];
    for (const answer of nothing) {
      const d = atRest();
      d.send({ kind: 'hidden' });
      d.send({ kind: 'compare', workspaceId: 'a' });
      expect(d.kinds()).toEqual(['digest']);
      d.answer('other', answer);
      if (d.state.flights.session) d.answer('session', { kind: 'refreshed' });
      if (d.state.flights.pull) d.answer('pull', done());
      expect(d.kinds()).not.toContain('digest');
      d.now = 10_000;
      expect(d.send({ kind: 'timer' })).toContainEqual({ kind: 'digest', workspaceId: 'a' });
    }
  });
});

describe('[CL8] failure', () => {
  it('[H56] unreachable: waits with full jitter, and `online` goes at once', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', { kind: 'unreachable' });
    expect(d.kinds()).toEqual([]);
    expect(d.wakeAt()).toBe(500);
    expect(d.send({ kind: 'online' })).toMatchObject([{ kind: 'push' }]);
  });

  it('opens the breaker after 5 failures: one probe at a time', () => {
    const d = atRest(['a', 'b'], 'a');
    d.send({ kind: 'wrote', workspaceId: 'a' });
    for (let n = 0; n < 5; n++) {
      d.answer('push', { kind: 'unreachable' });
      d.now = d.state.notBefore;
      d.send({ kind: 'timer' });
    }
    d.send({ kind: 'changed', workspaceId: 'b', version: 9 });
    expect(Object.keys(d.state.flights)).toEqual(['push']);
    d.answer('push', done({ version: 2 }));
    expect(d.kinds()).toEqual(['pull']);
  });

  it('a tap, `visible` and the stream close the breaker', () => {
    for (const kind of ['tap', 'visible', 'hello'] as const) {
      const d = atRest();
      d.send({ kind: 'wrote', workspaceId: 'a' });
      for (let n = 0; n < 6; n++) {
        d.answer('push', { kind: 'unreachable' });
        d.now = d.state.notBefore;
        d.send({ kind: 'timer' });
      }
      d.answer('push', { kind: 'unreachable' });
      expect(d.send(kind === 'hello' ? { kind, heads: {} } : { kind })).toMatchObject([{ kind: 'push' }]);
    }
  });

  it('429 and 503 wait as long as the server says; only a tap goes before', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(503, 'unavailable', { retryAfterMs: 60_000 }));
    expect(d.send({ kind: 'online' })).toEqual([]);
    expect(d.wakeAt()).toBeLessThanOrEqual(60_500);
    d.now = 59_999;
    expect(d.send({ kind: 'timer' })).toEqual([]);
    expect(d.send({ kind: 'tap' })).toMatchObject([{ kind: 'push' }]);
  });

  it('[PL6] pages that come on are asked for at once: a first load does not back off', () => {
    const d = atRest();
    d.send({ kind: 'changed', workspaceId: 'a', version: 9_000 });
    for (let page = 0; page < 5; page++) {
      d.answer('pull', done({ more: true, moved: true, settled: false }));
      expect(d.asked.at(-1)).toMatchObject({ kind: 'pull', workspaceId: 'a' });
      expect(Object.keys(d.state.flights)).toContain('pull');
    }
  });

  it('[H19] a page of an older question is asked for again only where it reaches further than this device', () => {
    const d = atRest();
    const { head } = d.state.workspaces.a ?? { head: -1 };
    const older = { older: true, moved: false } as const;
    d.send({ kind: 'wrote', workspaceId: 'a' });
    expect(d.answer('push', done({ ...older, version: head }))).toEqual([]);
    d.send({ kind: 'wrote', workspaceId: 'a' });
    const next = d.answer('push', done({ ...older, version: head + 1 }));
    expect(next).toMatchObject([{ kind: 'pull' }]);
    // Not at once where asking again has not helped.
    expect(d.answer('pull', done({ ...older, settled: false, version: head + 1 }))).toEqual([]);
    d.now = 10_000;
    expect(d.send({ kind: 'timer' })).toMatchObject([{ kind: 'pull' }]);
    d.answer('pull', done({ version: head + 1 }));
    expect(isIdle(d.state)).toBe(true);
  });

  it('[PU6] 400 and 413 halve the batch; one alone that is too large goes without its ops', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(413, 'too_large', { sent: 3 }));
    expect(d.asked.at(-1)).toMatchObject({ limit: 1, hollow: null });
    d.answer('push', refused(413, 'too_large', { sent: 1, alone: 'm1' }));
    // Named, so that whatever comes first by then is not sent without its ops.
    expect(d.asked.at(-1)).toMatchObject({ limit: 1, hollow: 'm1' });
    d.answer('push', done({ waiting: 2 }));
    expect(d.asked.at(-1)).toMatchObject({ limit: 2, hollow: null });
  });

  it('[PU6] one alone that answers 400 is noted as tried, and waits', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(400, 'bad_request', { sent: 1 }));
    expect(d.kinds()).toEqual(['note-try']);
    expect(d.state.workspaces['a']?.pushHold.notBefore).toBeGreaterThan(0);
    // It stops no pull.
    expect(d.send({ kind: 'changed', workspaceId: 'a', version: 7 })).toMatchObject([{ kind: 'pull' }]);
  });

  it('[H61] 401: one refresh for all lanes, then on', () => {
    const d = atRest();
    d.send({ kind: 'changed', workspaceId: 'a', version: 2 });
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(401, 'unauthenticated'));
    expect(d.kinds()).toEqual(['refresh']);
    d.answer('pull', refused(401, 'unauthenticated'));
    expect(d.kinds()).toEqual([]);
    d.now = 10;
    d.answer('session', { kind: 'refreshed' });
    expect(d.kinds()).toEqual(['push']);
    expect(d.state.session).toBe('in');
  });

  it('[H62] a refused refresh asks to sign in again; signing in goes on where it stopped', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(401, 'unauthenticated'));
    d.answer('session', { kind: 'signed-out' });
    expect(d.state.session).toBe('out');
    expect(d.kinds()).toEqual([]);
    expect(d.send({ kind: 'wrote', workspaceId: 'a' })).toEqual([]);
    expect(d.wakeAt()).toBe(null);
    expect(d.send({ kind: 'signed-in' })).toMatchObject([{ kind: 'push' }]);
  });

  it('[H30] [H61] a clock that went back since the last refresh: a refused request refreshes, it is not hammered', () => {
    const d = atRest();
    d.now = 86_400_000;
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(401, 'unauthenticated'));
    d.answer('session', { kind: 'refreshed' });
    d.answer('push', { kind: 'nothing' });
    d.now = 1_000;
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(401, 'unauthenticated'));
    expect(d.kinds()).toEqual(['refresh']);
  });

  it('a refresh that cannot reach the server signs nobody out', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(401, 'unauthenticated'));
    d.answer('session', { kind: 'unreachable' });
    expect(d.state.session).toBe('refreshing');
    d.now = d.state.notBefore;
    expect(d.send({ kind: 'timer' })).toMatchObject([{ kind: 'refresh' }]);
  });

  it('[AC2] [H61] a refresh says when the refused request left: what another request has renewed since is enough', () => {
    const d = atRest();
    d.now = 50;
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.now = 90;
    expect(d.answer('push', refused(401, 'unauthenticated'))).toMatchObject([{ kind: 'refresh', since: 50 }]);
  });

  it('[H65] 403 removed: the workspace leaves, the others go on', () => {
    const d = atRest(['a', 'b'], 'a');
    d.send({ kind: 'changed', workspaceId: 'a', version: 3 });
    d.answer('pull', refused(403, 'removed'));
    expect(d.kinds()).toEqual(['leave']);
    expect(d.send({ kind: 'wrote', workspaceId: 'a' })).toEqual([]);
    expect(d.send({ kind: 'wrote', workspaceId: 'b' })).toMatchObject([{ kind: 'push', workspaceId: 'b' }]);
  });

  it('404 unknown workspace: read-only, nothing is removed, asked again later or by a tap', () => {
    const d = atRest();
    d.send({ kind: 'changed', workspaceId: 'a', version: 3 });
    d.answer('pull', refused(404, 'unknown_workspace'));
    expect(d.kinds()).toEqual([]);
    expect(d.state.workspaces['a']?.access).toBe('unknown');
    expect(d.send({ kind: 'online' })).toEqual([]);
    expect(d.send({ kind: 'tap' })).toMatchObject([{ kind: 'push' }]);
  });

  it('[PU3] forked and gap: renumbers, then pushes; a second time in a row waits', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    expect(d.answer('push', refused(409, 'device_forked', { sent: 1 }))).toMatchObject([
      { kind: 'renumber', lost: false },
    ]);
    expect(d.send({ kind: 'mended', workspaceId: 'a', ok: true })).toMatchObject([{ kind: 'push' }]);
    // A server that misses what it acknowledged was restored (H25).
    expect(d.answer('push', refused(409, 'gap', { sent: 1 }))).toMatchObject([
      { kind: 'renumber', lost: true },
    ]);
    expect(d.send({ kind: 'mended', workspaceId: 'a', ok: true })).toEqual([]);
    expect(d.wakeAt()).toBeGreaterThan(0);
  });

  it('[PU3] [PL4] a pull that misses numbers: renumbers, then asks again; a second time in a row waits', () => {
    const d = atRest();
    d.send({ kind: 'changed', workspaceId: 'a', version: 3 });
    expect(d.answer('pull', { kind: 'misses-numbers' })).toMatchObject([{ kind: 'renumber', lost: true }]);
    d.send({ kind: 'mended', workspaceId: 'a', ok: true });
    // Nothing waited to be sent.
    d.answer('push', { kind: 'nothing' });
    expect(d.kinds()).toEqual(['pull']);
    d.answer('pull', { kind: 'misses-numbers' });
    d.send({ kind: 'mended', workspaceId: 'a', ok: true });
    d.answer('push', { kind: 'nothing' });
    expect(d.kinds()).toEqual([]);
    expect(d.wakeAt()).toBeGreaterThan(0);
  });

  it('[WR3] another account: stops sending, keeps everything', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(409, 'other_account'));
    expect(d.state.session).toBe('out');
    expect(d.kinds()).toEqual([]);
    expect(d.state.workspaces['a']?.pushWanted).toBe(true);
  });

  it('426: asks for an update, keeps all, and any good answer clears it', () => {
    const d = atRest();
    d.send({ kind: 'wrote', workspaceId: 'a' });
    d.answer('push', refused(426, 'upgrade'));
    expect(d.kinds()).toEqual(['needs-update']);
    expect(d.state.trouble).toBe('upgrade');
    d.now = d.state.notBefore;
    d.send({ kind: 'timer' });
    d.answer('push', done({ version: 2 }));
    expect(d.state.trouble).toBe(null);
  });

  it('[PL2] a page with a row that does not parse holds back pulls, not pushes', () => {
    const d = atRest();
    d.send({ kind: 'changed', workspaceId: 'a', version: 3 });
    d.answer('pull', done({ version: 3, refusedRows: true }));
    expect(d.kinds()).toEqual([]);
    expect(d.send({ kind: 'wrote', workspaceId: 'a' })).toMatchObject([{ kind: 'push' }]);
  });
});
