/** The real server process, killed in the worst moment. */
import { expect, inject, test } from 'vitest';
import { openOwner } from '../../api/src/db/pool';
import type {} from '../../api/src/testing/postgres-for-tests';
import { soon } from '../../api/src/testing/soon';
import { createTestDatabase } from '../../api/src/testing/test-database';
import { LoadDevice } from '../bench/load/device';
import { ask } from '../bench/load/http';
import { signUpMany } from '../bench/load/people';
import { startApp } from '../support/start-app';
import { startCommitGate } from './commit-gate';

test('[H08] [PU2] kill -9 between commit and answer: sent again it takes effect once, and a pull tells the result', async () => {
  const database = await createTestDatabase(inject('postgresAdminUrl'));
  const owner = openOwner(database.url);
  const gate = await startCommitGate(database.url);
  const first = await startApp({ databaseUrl: gate.url, source: true });
  const [person] = await signUpMany(first.url, 1);
  if (!person) throw new Error('nobody signed up');
  const device = new LoadDevice(first.url, person, person.home);
  await device.pull();

  gate.shut();
  const request = device.request();
  const unanswered = ask(first.url, '/sync/push', { body: request, cookie: person.cookie }).catch(
    () => 'died',
  );
  const recorded = () => owner`select seq, result from mutation where workspace_id = ${person.home}`;
  await soon(async () => expect(await recorded()).toHaveLength(1));
  await first.kill();
  expect(await unanswered).toBe('died');
  await gate.close();

  const second = await startApp({ databaseUrl: database.url, source: true });
  const again = await ask(second.url, '/sync/push', { body: request, cookie: person.cookie });
  expect(again).toMatchObject({
    status: 200,
    body: { ack: 1, results: [{ seq: 1, outcome: 'applied', duplicate: true }] },
  });
  expect(await recorded()).toHaveLength(1);
  expect(await owner`select from task where workspace_id = ${person.home}`).toHaveLength(1);
  const query = new URLSearchParams({
    workspaceId: request.workspaceId,
    deviceId: request.deviceId,
    ack: '0',
  });
  const pulled = await ask(second.url, `/sync/pull?${query}`, { cookie: person.cookie });
  expect(pulled.body).toMatchObject({ ack: 1, results: [{ seq: 1, outcome: 'applied', duplicate: true }] });

  expect(await second.stop()).toBe(0);
  await owner.end();
  await database.drop();
}, 60_000);
