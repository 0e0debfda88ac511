/** The stream over the real routes, a real Postgres, and (for what sockets do) a real server. */
import { HEARTBEAT_MS } from '@holdfast/shared/sync/protocol';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { AppEnv } from '../http/session';
import { behindSocket } from '../testing/behind-socket';
import { soon } from '../testing/soon';
import { anId, SyncClient } from '../testing/sync-client';
import { createTask } from '../testing/sync-device';
import { createTestApp, type TestApp } from '../testing/test-app';
import { type EventsDeps, events } from './events';
import { createHub } from './hub';
import { standingOf } from './standing';

type Person = Awaited<ReturnType<TestApp['person']>>;
type Heard = { readonly event: string; readonly data: Record<string, unknown> };

let at: TestApp;
let ana: Person;
let ben: Person;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
  [ana, ben] = [await at.person('Ana'), await at.person('Ben')];
});
afterAll(() => at.close());

/** What a stream says, gathered as it comes. */
function listen(response: Response) {
  const heard: Heard[] = [];
  const state = { ended: false, comments: 0 };
  const reader = response.body?.getReader();
  const done = (async () => {
    let text = '';
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      const parts = (text + new TextDecoder().decode(chunk.value)).split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(part) ?? [];
        if (event === '') state.comments += 1;
        else heard.push({ event, data: JSON.parse(data) });
      }
    }
    state.ended = true;
  })();
  return {
    heard,
    state,
    said: (event: string) =>
      soon(() => {
        const found = heard.find((one) => one.event === event);
        if (!found) throw new Error(`${event} is not said`);
        return found.data;
      }),
    ended: () => soon(() => expect(state.ended).toBe(true)),
    close: async () => {
      await reader?.cancel();
      await done;
    },
  };
}

const open = async (person: Person, method: 'GET' | 'HEAD' = 'GET') => {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return at.app.request('/sync/events', { method, headers: { Cookie: cookie } });
};
async function workspace(): Promise<string> {
  const id = anId();
  expect((await ana.ask('/api/workspaces', { body: { id, name: 'Boat club' } })).status).toBe(201);
  const { token } = (await ana.ask(`/api/workspaces/${id}/invites`, { body: { role: 'member' } })).body;
  expect((await ben.ask('/api/invites/accept', { body: { token } })).status).toBe(200);
  return id;
}

test('[ST1] [WR4] hello names the account and the heads; then changes, without any row’s words', async () => {
  const ws = await workspace();
  const response = await open(ben);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': expect.stringContaining('text/event-stream'),
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'holdfast-protocol': '1',
  });
  expect(response.headers.has('Content-Encoding')).toBe(false);
  const stream = listen(response);
  const hello = await stream.said('hello');
  expect(hello).toMatchObject({ account: ben.accountId, heads: { [ws]: 3 } });
  const phone = new SyncClient(ana, ws);
  await phone.write(createTask(anId(), { title: 'Secret words' }));
  expect(await stream.said('changed')).toEqual({ workspaceId: ws, version: 4, deviceId: phone.deviceId });
  expect(JSON.stringify(stream.heard)).not.toContain('Secret');
  await stream.close();
});

test('[ST1] [H66] who is not in a workspace hears nothing of it', async () => {
  const eve = await at.person('Eve');
  const ws = await workspace();
  const stream = listen(await open(eve));
  expect(Object.keys((await stream.said('hello')).heads as object)).not.toContain(ws);
  await new SyncClient(ana, ws).write(createTask(anId()));
  const home = ((await eve.ask('/auth/me')).body.workspaces as { id: string }[])[0]?.id ?? '';
  await new SyncClient(eve, home).write(createTask(anId()));
  await stream.said('changed');
  expect(stream.heard.map(({ data }) => data.workspaceId)).not.toContain(ws);
  await stream.close();
});

test('[ST1] [ST2] removed from a workspace: told at once, and nothing of it after', async () => {
  const ws = await workspace();
  const stream = listen(await open(ben));
  await stream.said('hello');
  await ana.ask(`/api/workspaces/${ws}/members/${ben.accountId}`, { method: 'DELETE' });
  expect(await stream.said('revoked')).toEqual({ workspaceId: ws });
  const before = stream.heard.length;
  await new SyncClient(ana, ws).write(createTask(anId()));
  const other = await workspace();
  await listen(await open(ben)).close();
  expect(stream.heard.slice(before).filter(({ data }) => data.workspaceId === ws)).toEqual([]);
  expect(other).not.toBe(ws);
  await stream.close();
});

test('[ST1] [ST5] a workspace joined while listening is heard of at once, and its changes from then on', async () => {
  const stream = listen(await open(ben));
  await stream.said('hello');
  const ws = await workspace();
  // Three changes founded it and brought Ben in; the heartbeat is 20 s away.
  expect(await stream.said('changed')).toEqual({ workspaceId: ws, version: 3 });
  await new SyncClient(ana, ws).write(createTask(anId()));
  await soon(() => expect(stream.heard.at(-1)?.data).toMatchObject({ workspaceId: ws, version: 4 }));
  await stream.close();
});

test('[ST1] [ST2] the session ends: said, and the stream closes', async () => {
  const cara = await at.person('Cara');
  const stream = listen(await open(cara));
  await stream.said('hello');
  expect((await cara.ask('/auth/sign-out', { method: 'POST', body: {} })).status).toBe(200);
  await stream.said('session');
  await stream.ended();
});

/** The stream alone, with a short heartbeat and a bus that says nothing of what happened. */
function quiet(
  person: { accountId: string; sessionId: string },
  heartbeatMs: number,
  standing: EventsDeps['standing'] = (session) => standingOf(at.sql, session),
) {
  const bus = { publish: () => undefined, subscribe: () => () => undefined };
  const hub = createHub(bus, { set: setTimeout, clear: (timer) => clearTimeout(timer as NodeJS.Timeout) });
  const app = new Hono<AppEnv>().get('/', (c) => {
    c.set('session', person);
    return events(c, { hub, standing, heartbeatMs });
  });
  return { hub, app };
}
async function sessionOf(person: Person) {
  const token = person.cookies.get('holdfast_access') ?? '';
  const { sid } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    sid: string;
  };
  return { accountId: person.accountId, sessionId: sid };
}

test('[ST2] [H66] a lost hint changes nothing: membership and session are looked up at each heartbeat', async () => {
  const dora = await at.person('Dora');
  const ws = anId();
  expect((await ana.ask('/api/workspaces', { body: { id: ws, name: 'x' } })).status).toBe(201);
  const { token } = (await ana.ask(`/api/workspaces/${ws}/invites`, { body: { role: 'viewer' } })).body;
  await dora.ask('/api/invites/accept', { body: { token } });
  const { app } = quiet(await sessionOf(dora), 30);
  const stream = listen(await app.request('/'));
  await stream.said('hello');
  await soon(() => expect(stream.state.comments).toBeGreaterThan(1));
  await ana.ask(`/api/workspaces/${ws}/members/${dora.accountId}`, { method: 'DELETE' });
  expect(await stream.said('revoked')).toEqual({ workspaceId: ws });
  await dora.ask('/auth/sign-out', { method: 'POST', body: {} });
  expect(await stream.said('session')).toEqual({ reason: 'ended' });
  await stream.ended();
});

test('[H55] with every notification dropped, a stream tells of a change at its next heartbeat, once', async () => {
  const ws = await workspace();
  const { app } = quiet(await sessionOf(ben), 30);
  const stream = listen(await app.request('/'));
  expect(await stream.said('hello')).toMatchObject({ heads: { [ws]: 3 } });
  await new SyncClient(ana, ws).write(createTask(anId()));
  expect(await stream.said('changed')).toEqual({ workspaceId: ws, version: 4 });
  const { comments } = stream.state;
  await soon(() => expect(stream.state.comments).toBeGreaterThan(comments + 2));
  expect(stream.heard.filter(({ event }) => event === 'changed')).toHaveLength(1);
  expect(HEARTBEAT_MS).toBeLessThanOrEqual(20_000);
  await stream.close();
});

test('[H54] 2,000 streams opened and torn down leave no listener and no timer behind', async () => {
  const standing = async () => ({ sessionEnded: false, heads: new Map([[ben.accountId, 1]]) });
  const { app, hub } = quiet({ accountId: ben.accountId, sessionId: ben.accountId }, 20_000, standing);
  const { origin, hangUp, close } = await behindSocket(app);
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  try {
    for (let round = 0; round < 40; round++) {
      const aborts = Array.from({ length: 50 }, () => new AbortController());
      const answers = aborts.map(async (abort, n) => {
        // Some are gone before they were answered.
        if (n % 5 === 0) setImmediate(() => abort.abort());
        const response = await fetch(origin, { signal: abort.signal }).catch(() => null);
        await response?.body
          ?.getReader()
          .read()
          .catch(() => null);
      });
      await Promise.all(answers);
      for (const abort of aborts) abort.abort();
    }
    await soon(() => expect(hub.listeners()).toBe(0));
    hangUp();
    await soon(() => expect(timers()).toBeLessThanOrEqual(before + 5));
  } finally {
    await close();
  }
}, 60_000);

test('[ST3] one account’s streams are bounded; another’s are not touched', async () => {
  const fay = await at.person('Fay');
  const streams = await Promise.all(Array.from({ length: 30 }, () => open(fay)));
  const more = await open(fay);
  expect([more.status, more.headers.get('Retry-After')]).toEqual([429, '30']);
  expect((await open(ben)).status).toBe(200);
  await Promise.all(streams.map((response) => response.body?.cancel()));
  const again = await open(fay);
  expect(again.status).toBe(200);
  await again.body?.cancel();
});

test('[ST3] [H54] who asks what the stream would be leaves nobody listening', async () => {
  const gus = await at.person('Gus');
  for (let n = 0; n < 31; n++) expect((await open(gus, 'HEAD')).status).toBe(200);
  const stream = await open(gus);
  expect(stream.status).toBe(200);
  await stream.body?.cancel();
});
