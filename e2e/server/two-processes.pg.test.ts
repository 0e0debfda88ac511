/** Two real server processes on one database, as behind a proxy: who listens at one hears what is written at the other. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type {} from '../../api/src/testing/postgres-for-tests';
import { startRedis } from '../../api/src/testing/redis-server';
import { soon } from '../../api/src/testing/soon';
import { createTestDatabase, type TestDatabase } from '../../api/src/testing/test-database';
import { LoadDevice } from '../bench/load/device';
import { ask } from '../bench/load/http';
import { signUpMany } from '../bench/load/people';
import { type RunningApp, startApp } from '../support/start-app';

const redis = await startRedis();
afterAll(() => redis?.stop());

const wires: [string, Record<string, string>][] = [['LISTEN/NOTIFY', {}]];
if (redis) wires.push(['Redis', { REDIS_URL: redis.url }]);

describe.each(wires)('two processes, told by %s', (_, env) => {
  let database: TestDatabase;
  let apps: RunningApp[];
  beforeAll(async () => {
    database = await createTestDatabase(inject('postgresAdminUrl'));
    const start = () => startApp({ databaseUrl: database.url, source: true, env });
    // One after the other: both would migrate.
    apps = [await start(), await start()];
  }, 60_000);
  afterAll(async () => {
    for (const app of apps) await app.stop();
    await database.drop();
  });

  test('[ST5] a change pushed to one is told to a stream of the other, long before anybody polls', async () => {
    const [here, there] = apps as [RunningApp, RunningApp];
    const [person] = await signUpMany(here.url, 1);
    if (!person) throw new Error('nobody signed up');
    const over = new AbortController();
    const stream = await fetch(`${there.url}/sync/events`, {
      headers: { Cookie: person.cookie },
      signal: over.signal,
    });
    let heard = '';
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) heard += new TextDecoder().decode(chunk);
    })().catch(() => undefined);
    await soon(() => expect(heard).toContain('event: hello'));

    const device = new LoadDevice(here.url, person, person.home);
    await device.pull();
    const pushed = await ask(here.url, '/sync/push', { body: device.request(), cookie: person.cookie });
    expect(pushed.status).toBe(200);
    await soon(() => expect(heard).toContain(`"workspaceId":"${person.home}"`));
    expect(heard).toContain('event: changed');
    over.abort();
    await reading;
  });
});
