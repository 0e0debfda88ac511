/**
 * The real engine against the real server, and something between them that lies once about the workspace's head. A
 * device must not wait for ever for what is not there, nor believe for ever that nothing is new (H22).
 */

import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type {} from '../../api/src/testing/postgres-for-tests';
import { createTestDatabase, type TestDatabase } from '../../api/src/testing/test-database';
import { createMemoryStore } from '../../web/src/db/memory-store';
import { readPosition } from '../../web/src/db/meta';
import { createHttp, type Http, type HttpAnswer, type HttpRequest } from '../../web/src/platform/http';
import type { Alarm } from '../../web/src/platform/timers';
import { createEngine } from '../../web/src/sync/engine';
import { createSyncCore } from '../../web/src/sync/engine-core';
import { isIdle } from '../../web/src/sync/machine';
import { POLL } from '../../web/src/sync/machine-plan';
import { LoadDevice } from '../bench/load/device';
import { type Person, signUpMany } from '../bench/load/people';
import { type RunningApp, startApp } from '../support/start-app';

const WRONG = 1_000_000;

type Lie = (body: Record<string, unknown>) => Record<string, unknown>;
const lies: Record<string, Lie> = {
  'a head far ahead': (body) => ({ ...body, version: Number(body.version) + WRONG }),
  'a head far behind': (body) => ({ ...body, version: 1 }),
  'a cursor of another history': (body) => ({ ...body, cursor: `${Number(body.version) + WRONG}.abcd` }),
  'more to come, and nothing comes': (body) => ({ ...body, changes: [], more: true }),
};

describe('[H22] an answer that lies about the head, once', () => {
  let database: TestDatabase;
  let app: RunningApp;
  beforeAll(async () => {
    database = await createTestDatabase(inject('postgresAdminUrl'));
    app = await startApp({ databaseUrl: database.url, source: true });
  }, 60_000);
  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const somebody = async (): Promise<Person> => {
    const [person] = await signUpMany(app.url, 1);
    if (!person) throw new Error('nobody signed up');
    return person;
  };

  test.each(Object.entries(lies))(
    '%s: within a poll the device holds what is there, and rests',
    async (_, lie) => {
      const person = await somebody();
      const writer = new LoadDevice(app.url, person, person.home);
      await writer.pull();
      await writer.push(3);

      const link = lying(httpFor(app.url, person.cookie));
      const device = deviceOn(link.http, person.home);
      link.lieOnce(lie);
      device.start();
      await vi.waitFor(() => expect(link.lied()).toBe(true), 10_000);

      await writer.push(2);
      const head = writer.head();
      // What the lie left under way comes to its end first.
      await vi.waitFor(() => expect(device.isFree()).toBe(true), 10_000);
      device.pass(POLL.alive);
      await vi.waitFor(
        async () => expect(await device.position()).toMatchObject({ version: head, walk: null }),
        10_000,
      );
      await vi.waitFor(() => expect(isIdle(device.state())).toBe(true), 10_000);
      expect(device.state().workspaces[person.home]).toMatchObject({ head, heard: head });
    },
  );

  test('an event that names a version that is not there: one pull, and no second', async () => {
    const person = await somebody();
    const link = lying(httpFor(app.url, person.cookie));
    const device = deviceOn(link.http, person.home);
    device.start();
    await vi.waitFor(() => expect(isIdle(device.state())).toBe(true), 10_000);
    const before = link.pulls();
    device.hear(person.home, WRONG);
    await vi.waitFor(() => expect(isIdle(device.state())).toBe(true), 10_000);
    expect(link.pulls() - before).toBe(1);
  });
});

/** As a browser asks: with the session's cookie and from the app's own origin. */
const httpFor = (origin: string, cookie: string): Http =>
  createHttp({
    fetch: (input, init) =>
      fetch(input, { ...init, headers: { ...init?.headers, Cookie: cookie, Origin: origin } }),
    newRequestId: randomUUID,
    now: Date.now,
    origin,
  });

function lying(honest: Http) {
  let next: Lie | null = null;
  let pulls = 0;
  const http: Http = {
    async send(request: HttpRequest): Promise<HttpAnswer> {
      const answer = await honest.send(request);
      if (!request.path.startsWith('/sync/pull') || answer.kind !== 'ok') return answer;
      pulls += 1;
      const lie = next;
      next = null;
      return lie ? { ...answer, body: lie(answer.body as Record<string, unknown>) } : answer;
    },
  };
  return {
    http,
    lieOnce: (lie: Lie) => {
      next = lie;
    },
    lied: () => next === null,
    pulls: () => pulls,
  };
}

function deviceOn(http: Http, workspaceId: string) {
  let now = Date.now();
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
  const store = createMemoryStore();
  const entropy = {
    now: () => now,
    randomBytes: (length: number) => new Uint8Array(randomBytes(length)),
  };
  const fail = (error: unknown) => {
    throw error;
  };
  const engine = createEngine(
    {
      core: createSyncCore({ ...entropy, store, accountId: '', reportRefused: fail }),
      http,
      accountId: '',
      deviceName: 'Test',
      now: () => now,
      random: () => 0.5,
      createAlarm,
      refresh: async () => ({ kind: 'signed-out' }),
      digest: async () => ({ kind: 'unreachable' }),
      heardBuild: () => undefined,
      took: () => undefined,
    },
    {
      stepped: () => undefined,
      needsUpdate: () => fail('needs an update'),
      left: fail,
      storeFailed: fail,
    },
  );
  return {
    state: engine.state,
    isFree: () => Object.keys(engine.state().flights).length === 0,
    start: () => engine.handle({ kind: 'workspaces', ids: [workspaceId], active: workspaceId, digested: {} }),
    hear: (id: string, version: number) => engine.handle({ kind: 'changed', workspaceId: id, version }),
    position: () => store.transaction('read', (tx) => readPosition(tx, workspaceId)),
    /** Time goes on, and what was to ring by then rings. */
    pass(ms: number) {
      now += ms;
      for (const alarm of alarms) {
        if (alarm.at === null || alarm.at > now) continue;
        alarm.at = null;
        alarm.ring();
      }
    },
  };
}
