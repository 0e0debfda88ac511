import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../db/memory-store';
import { readPosition, START } from '../db/meta';
import type { HttpAnswer, HttpRequest } from '../platform/http';
import { inOneBreath } from '../testing/one-breath';
import { createSyncCore } from './engine-core';
import type { SentFrom, SyncDeps } from './engine-deps';
import { pull } from './pull';
import { type PullAhead, takeAhead } from './pull-ahead';
import { startOver } from './receive-walk';

const PAGE = 2;

function world(rows: number) {
  let head = rows;
  let now = 1_000;
  let ack = 0;
  const store = inOneBreath(createMemoryStore());
  const asked: URLSearchParams[] = [];
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    const query = new URL(request.path, 'http://x').searchParams;
    asked.push(query);
    const from = Number(query.get('cursor') ?? 0);
    const to = Math.min(head, from + PAGE);
    const changes = Array.from({ length: to - from }, (_, n) => ({
      entity: 'task',
      row: build(task, { id: uuidOf(from + n + 1), version: from + n + 1 }),
    }));
    const body = {
      ...{ ack, now, results: [], changes, cursor: String(to), version: head },
      ...{ more: to < head, reset: false },
    };
    return { kind: 'ok', status: 200, body: structuredClone(body), build: null };
  };
  const entropy = { now: () => now, randomBytes: (length: number) => new Uint8Array(length).fill(7) };
  const deps = {
    core: createSyncCore({ ...entropy, store, accountId: '', reportRefused: () => undefined }),
    http: { send },
    accountId: '',
    now: () => now,
    heardBuild: () => undefined,
    took: () => undefined,
  } as unknown as SyncDeps;
  const ahead: PullAhead = new Map();
  return {
    store,
    deps,
    asked,
    pull: (heard = 0) => pull(deps, WORKSPACE, { heard, signal: new AbortController().signal, ahead }),
    cursors: () => asked.map((query) => query.get('cursor')),
    grow: () => {
      head += 1;
    },
    pass: (ms: number) => {
      now += ms;
    },
    serverAck: (seq: number) => {
      ack = seq;
    },
    position: () => store.transaction('read', (tx) => readPosition(tx, WORKSPACE)),
    held: () => store.transaction('read', async (tx) => (await tx.rowIds('task', WORKSPACE)).length),
  };
}

describe('a pull of several pages', () => {
  it('[PL6] asks for the next page before it stores the one that came', async () => {
    const { deps, pull, cursors } = world(5);
    const { receive } = deps.core;
    const askedWhenStoring: number[] = [];
    Object.assign(deps.core, {
      receive: (...args: Parameters<typeof receive>) => {
        askedWhenStoring.push(cursors().length);
        return receive(...args);
      },
    });
    await pull();
    await pull();
    expect(askedWhenStoring).toEqual([2, 3]);
    expect(cursors()).toEqual([null, '2', '4']);
  });

  it('[PL6] asks for each page once, and says what the stream had told when it asked', async () => {
    const { pull, cursors, held, grow } = world(5);
    expect(await pull(5)).toMatchObject({ more: true });
    expect(await pull(5)).toMatchObject({ more: true });
    grow(); // after the last page was asked for, and told by the stream before it is taken
    const last = await pull(6);
    expect(last).toMatchObject({ more: false, version: 5, heard: 5 });
    expect(cursors()).toEqual([null, '2', '4']);
    expect(await held()).toBe(5);
    expect(await pull(6)).not.toHaveProperty('heard');
    expect(await held()).toBe(6);
  });

  it('[H19] a page that was asked for from another place is not used', async () => {
    const { pull, store, cursors, position } = world(5);
    await pull();
    await startOver(store, WORKSPACE, 1_000);
    await pull();
    expect(cursors()).toEqual([null, '2', null, '2']);
    expect(await position()).toMatchObject({ cursor: '2', generation: 1 });
  });

  it('[H19] nor one of another walk or another device', () => {
    const here = { ...START, cursor: '2', deviceId: 'a' };
    const answer = Promise.resolve<HttpAnswer>({ kind: 'unreachable' });
    const takenFrom = (standing: SentFrom) =>
      takeAhead(new Map([['w', { sentFrom: here, ack: 0, heard: 0, at: 5, answer }]]), 'w', standing, 6)
        ?.sentFrom;
    expect(takenFrom(here)).toBe(here);
    expect(takenFrom({ ...here, generation: 1 })).toBeUndefined();
    expect(takenFrom({ ...here, deviceId: 'b' })).toBeUndefined();
    expect(takenFrom({ ...here, cursor: null })).toBeUndefined();
  });

  it('an old page is asked for again', async () => {
    const { pull, cursors, pass } = world(5);
    await pull();
    pass(60_000);
    await pull();
    expect(cursors()).toEqual([null, '2', '2', '4']);
  });

  it('[PU3] a page is judged by the numbers that were known when it was asked for', async () => {
    const { deps, pull, serverAck } = world(5);
    await pull();
    // A push went through meanwhile: later pages tell it, the one that is under way does not.
    const { position } = deps.core;
    Object.assign(deps.core, {
      position: async (id: string) => ({ ...(await position(id)), ack: 3 }),
    });
    serverAck(3);
    expect(await pull()).toMatchObject({ kind: 'done' });
    expect(await pull()).toMatchObject({ kind: 'done' });
  });
});
