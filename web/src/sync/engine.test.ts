/** The real engine, machine and store transactions on the in-memory store, against a server of a few lines. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { describe, expect, it, vi } from 'vitest';
import type { WriteContext } from '../db/context';
import { createMemoryStore } from '../db/memory-store';
import { mutate } from '../db/mutate';
import type { HttpAnswer, HttpRequest } from '../platform/http';
import type { Alarm } from '../platform/timers';
import { inOneBreath } from '../testing/one-breath';
import { createEngine } from './engine';
import { createSyncCore } from './engine-core';
import { isIdle } from './machine';
import { wouldPushNow } from './machine-plan';
import type { Answer } from './machine-state';

const WS = '00000000-0000-4000-8000-000000000001';
const ANA = '00000000-0000-4000-8000-00000000000a';

interface Sent {
  readonly id: string;
  readonly seq: number;
  readonly skip?: boolean;
  readonly ops: readonly { readonly id: string }[];
}
type Fault = (request: HttpRequest, mutations: readonly Sent[]) => HttpAnswer | 'lose-answer' | null;

const refused = (status: number, code: string): HttpAnswer => ({
  kind: 'refused',
  status,
  code,
  problem: { type: 'about:blank', title: code, status, code },
  retryAfterMs: null,
  build: null,
});

/** Applies creations once by mutation id; every applied one raises the version. */
function server() {
  const known = new Map<string, number>();
  const rows: Row[] = [];
  const seen: Sent[][] = [];
  const world = { fault: (() => null) as Fault, deviceId: '', ack: 0, version: 0, pulls: 0 };
  const answer = (cursor: string | null, results: readonly object[]): HttpAnswer => {
    const after = Number(cursor ?? 0);
    const body = {
      ack: world.ack,
      now: 0,
      results,
      changes: rows.filter((row) => row.version > after).map((row) => ({ entity: 'task', row })),
      cursor: String(world.version),
      version: world.version,
      more: false,
      reset: false,
    };
    return { kind: 'ok', status: 200, body: structuredClone(body), build: 'b1' };
  };
  async function send(request: HttpRequest): Promise<HttpAnswer> {
    const url = new URL(request.path, 'http://x');
    const push = (request.body ?? {}) as { deviceId: string; cursor: string | null; mutations?: Sent[] };
    const mutations = push.mutations ?? [];
    const fault = world.fault(request, mutations);
    if (fault !== null && fault !== 'lose-answer') return fault;
    if (url.pathname === '/sync/pull') {
      world.pulls += 1;
      return answer(url.searchParams.get('cursor'), []);
    }
    seen.push(mutations);
    if (push.deviceId !== world.deviceId) {
      world.deviceId = push.deviceId;
      world.ack = 0;
    }
    const results = mutations.map((mutation) => {
      const duplicate = known.has(mutation.id);
      if (!duplicate) {
        world.version += 1;
        known.set(mutation.id, world.version);
      }
      world.ack = Math.max(world.ack, mutation.seq);
      if (mutation.skip)
        return {
          id: mutation.id,
          seq: mutation.seq,
          outcome: 'rejected',
          code: 'too_large',
          duplicate,
          version: null,
        };
      return {
        id: mutation.id,
        seq: mutation.seq,
        outcome: 'applied',
        duplicate,
        version: known.get(mutation.id),
      };
    });
    return fault === 'lose-answer' ? { kind: 'unreachable' } : answer(push.cursor, results);
  }
  return { send, known, rows, seen, world };
}

function device(http: { send: (request: HttpRequest) => Promise<HttpAnswer> }) {
  let now = 1_000;
  let ids = 0;
  const entropy = {
    now: () => now,
    randomBytes: (length: number) => {
      ids += 1;
      return Uint8Array.from({ length }, (_, n) => (n === 15 ? ids % 256 : n === 14 ? ids >> 8 : 0));
    },
  };
  const store = inOneBreath(createMemoryStore());
  const alarms: { at: number | null; ring: () => void }[] = [];
  const createAlarm = (ring: () => void): Alarm => {
    const alarm = { at: null as number | null, ring };
    alarms.push(alarm);
    return {
      set(inMs) {
        alarm.at = inMs === null ? null : now + inMs;
      },
    };
  };
  const heard: string[] = [];
  const refreshes: Answer[] = [];
  const engine = createEngine(
    {
      core: createSyncCore({
        ...entropy,
        store,
        accountId: ANA,
        reportRefused: () => heard.push('refused rows'),
      }),
      http,
      accountId: ANA,
      deviceName: 'Test',
      now: () => now,
      random: () => 0.5,
      createAlarm,
      refresh: async () => {
        heard.push('refresh');
        return refreshes.shift() ?? { kind: 'refreshed' };
      },
      digest: async () => ({ kind: 'unreachable' }),
      heardBuild: (build) => heard.push(build),
      took: () => undefined,
    },
    {
      stepped: () => undefined,
      needsUpdate: () => heard.push('needs update'),
      left: (id) => heard.push(`left ${id === WS ? 'ws' : id}`),
      storeFailed: (error) => {
        throw error;
      },
    },
  );
  const ctx: WriteContext = {
    ...entropy,
    store,
    accountId: ANA,
    leavesAtOnce: (workspaceId) => wouldPushNow(engine.state(), workspaceId, now),
    onWrite: (workspaceId, leaving) => engine.handle({ kind: 'wrote', workspaceId }, leaving),
  };
  const settle = async () => {
    for (let n = 0; n < 200; n++) await Promise.resolve();
  };
  return {
    engine,
    store,
    heard,
    refreshes,
    settle,
    add: (title: string) =>
      mutate(ctx, {
        workspaceId: WS,
        name: 'task.create',
        ops: [{ op: 'create', entity: 'task', id: uuidOf(title), values: { title, position: 'a0' } }],
      }),
    outbox: () => store.transaction('read', async (tx) => (await tx.outbox()).map((entry) => entry.mutation)),
    rejected: () =>
      store.transaction('read', async (tx) => (await tx.rejected(WS)).map((entry) => entry.code)),
    /** Lets time pass until the machine rests, or `ms` are over. */
    async pass(ms: number) {
      const until = now + ms;
      await settle();
      for (;;) {
        const due = alarms
          .filter((one) => one.at !== null && one.at <= until)
          .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))[0];
        if (due === undefined) break;
        now = Math.max(now, due.at ?? now);
        due.at = null;
        due.ring();
        await settle();
      }
      now = until;
    },
    start: () => engine.handle({ kind: 'workspaces', ids: [WS], active: WS, digested: {} }),
  };
}

const uuidOf = (title: string): string =>
  `00000000-0000-7000-8000-${[...title]
    .reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7)
    .toString(16)
    .padStart(12, '0')
    .slice(-12)}`;

const taskOf = (title: string, version: number): Row => ({
  id: uuidOf(title),
  workspaceId: WS,
  version,
  stamps: { _: [version, 5, ANA] },
  createdAt: 5,
  createdBy: ANA,
  updatedAt: 5,
  deletedAt: null,
  projectId: null,
  parentId: null,
  sectionId: null,
  title,
  description: '',
  status: 'todo',
  blockedReason: null,
  priority: 2,
  labels: [],
  assigneeId: null,
  startOn: null,
  dueOn: null,
  dueTime: null,
  remindAt: null,
  recurrence: null,
  repeatFrom: 'due',
  estimateMinutes: null,
  dependsOn: [],
  position: 'a0',
  custom: {},
  completedAt: null,
});

describe('the engine on a real store', () => {
  it('[CL7] sends a write at once, and the outbox empties by its result', async () => {
    const s = server();
    const d = device(s);
    d.start();
    await d.settle();
    expect(await d.add('Pay rent')).toMatchObject({ kind: 'saved' });
    await d.settle();
    expect(s.known.size).toBe(1);
    expect(await d.outbox()).toEqual([]);
    expect(d.heard).toContain('b1');
  });

  it('[CL2] what was sent is frozen before it leaves', async () => {
    const s = server();
    const d = device(s);
    const frozen: number[] = [];
    s.world.fault = () => 'lose-answer';
    await d.add('one');
    s.world.fault = (request) => {
      if (request.path === '/sync/push')
        frozen.push(...[...d.store.snapshot().outbox.values()].map((entry) => entry.frozen));
      return null;
    };
    d.start();
    await d.settle();
    expect(frozen).toEqual([1]);
  });

  it('[CL2] what is written while nothing waits leaves without a look at the outbox, frozen; what follows it is read', async () => {
    const s = server();
    const d = device(s);
    d.start();
    d.engine.handle({ kind: 'hello', heads: {} });
    await d.pass(1_000);
    let reads: number | null = null;
    const sent: number[] = [];
    const transaction = vi.spyOn(d.store, 'transaction');
    s.world.fault = (request) => {
      if (request.path !== '/sync/push') return null;
      reads ??= transaction.mock.calls.filter(([mode]) => mode === 'read').length;
      sent.push(...[...d.store.snapshot().outbox.values()].map((entry) => entry.frozen));
      return null;
    };
    await Promise.all([d.add('first'), d.add('second')]);
    await d.pass(1_000);
    expect(reads).toBe(0);
    expect(sent[0]).toBe(1);
    expect(s.seen.flat().map((one) => one.seq)).toEqual([1, 2]);
    expect(await d.outbox()).toEqual([]);
  });

  it('[H01] [PU2] a lost answer is repeated and takes effect once', async () => {
    const s = server();
    const d = device(s);
    s.world.fault = (_, mutations) => (mutations.length > 0 ? 'lose-answer' : null);
    d.start();
    await d.add('once');
    await d.settle();
    expect(await d.outbox()).toHaveLength(1);
    s.world.fault = () => null;
    await d.pass(10_000);
    expect(s.seen.length).toBeGreaterThan(1);
    expect(s.world.version).toBe(1);
    expect(await d.outbox()).toEqual([]);
  });

  it('[H07] each status from 400 to 599 leaves the outbox as it is', async () => {
    for (let status = 400; status < 600; status++) {
      const s = server();
      const d = device(s);
      await d.add('kept');
      s.world.fault = () => refused(status, 'x');
      d.start();
      await d.pass(2_000);
      expect(await d.outbox(), String(status)).toHaveLength(1);
      await d.engine.stop();
    }
  });

  it('[H10] 250 entries go in batches of 100, in order of seq without gaps', async () => {
    const s = server();
    const d = device(s);
    for (let n = 0; n < 250; n++) await d.add(`task ${n}`);
    d.start();
    await d.pass(1_000);
    expect(s.seen.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(s.seen.flat().map((one) => one.seq)).toEqual(Array.from({ length: 250 }, (_, n) => n + 1));
    expect(await d.outbox()).toEqual([]);
  });

  it('[PU6] one that is too large goes alone without its ops, and those behind it go on', async () => {
    const s = server();
    const d = device(s);
    for (const title of ['a', 'huge', 'c', 'd']) await d.add(title);
    const huge = uuidOf('huge');
    s.world.fault = (_, mutations) =>
      mutations.some((one) => one.ops.some((op) => op.id === huge)) ? refused(413, 'too_large') : null;
    d.start();
    await d.pass(60_000);
    expect(await d.outbox()).toEqual([]);
    expect(await d.rejected()).toEqual(['too_large']);
    expect(s.known.size).toBe(4);
  });

  it('[PU6] [H05] one alone that answers 400 is tried for 10 minutes, then skipped, and the rest drains', async () => {
    const s = server();
    const d = device(s);
    for (const title of ['a', 'poison', 'c']) await d.add(title);
    const poison = uuidOf('poison');
    s.world.fault = (_, mutations) =>
      mutations.some((one) => !one.skip && one.ops.some((op) => op.id === poison))
        ? refused(400, 'bad_request')
        : null;
    d.start();
    await d.pass(9 * 60_000);
    expect(await d.outbox()).toHaveLength(2);
    await d.pass(15 * 60_000);
    expect(await d.outbox()).toEqual([]);
    expect(s.known.size).toBe(3);
  });

  it('[PU3] [H03] a forked device takes a new id and numbers anew; mutation ids stay', async () => {
    const s = server();
    const d = device(s);
    await d.add('a');
    await d.add('b');
    const before = (await d.outbox()).map((one) => one.id);
    const devices = new Set<string>();
    let forked = 0;
    s.world.fault = (request) => {
      if (request.path !== '/sync/push') return null;
      devices.add((request.body as { deviceId: string }).deviceId);
      return forked++ === 0 ? refused(409, 'device_forked') : null;
    };
    d.start();
    await d.pass(1_000);
    expect(devices.size).toBe(2);
    expect([...s.known.keys()]).toEqual(before);
    expect(await d.outbox()).toEqual([]);
  });

  it('[CL8] [H62] 401: one refresh, then on; a refused one keeps everything editable', async () => {
    const s = server();
    const d = device(s);
    let expired = true;
    s.world.fault = () => (expired ? refused(401, 'unauthenticated') : null);
    await d.add('a');
    d.refreshes.push({ kind: 'signed-out' });
    d.start();
    await d.settle();
    expect(d.heard).toEqual(['refresh']);
    expect(d.engine.state().session).toBe('out');
    expect(await d.add('b')).toMatchObject({ kind: 'saved' });
    expect(await d.outbox()).toHaveLength(2);
    expired = false;
    d.engine.handle({ kind: 'signed-in' });
    await d.pass(1_000);
    expect(await d.outbox()).toEqual([]);
  });

  it('[CL8] [H65] removed: rows go, own unsent changes stay to be saved', async () => {
    const s = server();
    const d = device(s);
    await d.add('mine');
    s.world.fault = () => refused(403, 'removed');
    d.start();
    await d.pass(1_000);
    expect(d.heard).toContain('left ws');
    const { rows, outbox, meta } = d.store.snapshot();
    expect([rows.size, outbox.size]).toEqual([0, 0]);
    expect(meta.get(`left/${WS}`)).toMatchObject({ mutations: [{ name: 'task.create' }] });
  });

  it('[CL11] [H64] nothing in flight fills the store after stop', async () => {
    const s = server();
    let release: (answer: HttpAnswer) => void = () => undefined;
    const d = device({ send: () => new Promise((resolve) => (release = resolve)) });
    await d.add('a');
    d.start();
    await d.settle();
    const stopped = d.engine.stop();
    release(await s.send({ method: 'GET', path: '/sync/pull' }));
    await stopped;
    const before = d.store.snapshot();
    await d.pass(60_000);
    expect(d.store.snapshot()).toEqual(before);
    expect(before.outbox.size).toBe(1);
  });

  it('[CL7] `changed` brings the other device’s row, and rests', async () => {
    const s = server();
    const d = device(s);
    d.start();
    await d.settle();
    s.world.version = 1;
    s.rows.push(taskOf('theirs', 1));
    d.engine.handle({ kind: 'changed', workspaceId: WS, version: 1 });
    await d.settle();
    expect(d.heard).not.toContain('refused rows');
    expect([...d.store.snapshot().rows.values()]).toMatchObject([{ title: 'theirs' }]);
    expect(isIdle(d.engine.state())).toBe(true);
  });

  it('[CL7] [PU7] [H19] what a push answers to an older question is asked for again at once', async () => {
    const s = server();
    const held = new Map<string, () => void>();
    let isHolding = false;
    const d = device({
      async send(request) {
        const answer = await s.send(request);
        if (isHolding) await new Promise<void>((go) => held.set(request.method, go));
        return answer;
      },
    });
    d.start();
    d.engine.handle({ kind: 'hello', heads: {} });
    await d.settle();
    isHolding = true;
    s.world.version = 1;
    s.rows.push(taskOf('theirs', 1));
    d.engine.handle({ kind: 'changed', workspaceId: WS, version: 1 });
    await d.settle();
    // Somebody writes behind the page that is on its way, and so does this device.
    s.world.version = 2;
    s.rows.push(taskOf('theirs too', 2));
    await d.add('mine');
    await d.settle();
    isHolding = false;
    held.get('GET')?.();
    await d.settle();
    held.get('POST')?.();
    await d.settle();
    expect(await d.outbox()).toEqual([]);
    const titles = [...d.store.snapshot().rows.values()].map((row) => row.title);
    expect(titles).toContain('theirs too');
    expect(isIdle(d.engine.state())).toBe(true);
  });
});
