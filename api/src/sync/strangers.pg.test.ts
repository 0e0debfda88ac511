/** What somebody learns who asks for what is not theirs: nothing, not even that it is there. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openOwner, type Sql } from '../db/pool';
import { anId, SyncClient } from '../testing/sync-client';
import { createTask, patchTask } from '../testing/sync-device';
import { type Answer, createTestApp, type TestApp } from '../testing/test-app';

const FOREIGN = 1_000;

let at: TestApp;
let owner: Sql;
let [ana, eve]: SyncClient[] = [];
let theirs: string[];
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
  owner = openOwner(at.url);
  const clientOf = async (name: string) => {
    const person = await at.person(name);
    const home = ((await person.ask('/auth/me')).body.workspaces as { id: string }[])[0]?.id ?? '';
    return new SyncClient(person, home);
  };
  [ana, eve] = [await clientOf('Ana'), await clientOf('Eve')];
  theirs = Array.from({ length: FOREIGN }, anId);
  for (let n = 0; n < FOREIGN; n += 50)
    await the(ana).write(...theirs.slice(n, n + 50).map((id) => createTask(id, { title: 'Secret' })));
});
afterAll(async () => {
  await owner.end();
  await at.close();
});

const the = (client: SyncClient | undefined): SyncClient => {
  if (!client) throw new Error('nobody');
  return client;
};
/** All that a prober sees: status, headers but the date, and the body with its own ids and versions taken out. */
const seen = ({ status, headers, body }: Answer): string =>
  JSON.stringify([status, [...headers].filter(([name]) => name !== 'date'), body])
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/"(?:seq|ack|version)":\d+|"cursor":"[^"]*"|"content-length","\d+"/g, '');

/** Everything in the database that is Ana's, as it lies there. */
const anas = async () => {
  const [all] = await owner`select
    (select json_agg(t order by id) from task t where workspace_id = ${the(ana).workspaceId})::text as tasks,
    (select json_agg(h) from workspace_head h where workspace_id = ${the(ana).workspaceId})::text as head,
    (select json_agg(d) from device d where workspace_id = ${the(ana).workspaceId})::text as devices`;
  return all;
};

describe('[H70] a thousand foreign ids answer as ids that nobody has', () => {
  test.each([
    ['edited', (id: string) => [patchTask(id, 3, { title: { from: 'Secret', to: 'Mine' } })]],
    ['referred to', (id: string) => [createTask(anId(), { parentId: id })]],
    ['taken for a row of one’s own', (id: string) => [createTask(id)]],
  ])(
    '%s',
    async (_, ops) => {
      const before = await anas();
      const answersTo = async (ids: readonly string[]) => {
        const client = new SyncClient(the(eve).browser, the(eve).workspaceId);
        await client.page();
        const answers = new Set<string>();
        for (let n = 0; n < ids.length; n += 100) {
          const page = await client.push(ids.slice(n, n + 100).map((id) => client.mutation(ops(id))));
          expect(page.status).toBe(200);
          const { results } = page.body as { results: object[] };
          expect(results).toHaveLength(100);
          for (const result of results) answers.add(seen({ ...page, body: { ...result } }));
        }
        return answers;
      };
      const foreign = await answersTo(theirs);
      expect(foreign.size).toBe(1);
      expect(foreign).toEqual(await answersTo(Array.from({ length: 100 }, anId)));
      expect(await anas()).toEqual(before);
    },
    60_000,
  );
});

test('[H15] [H70] each id of a push swapped for another tenant’s: as if it were made up, and nothing changes', async () => {
  const before = await anas();
  const client = () => new SyncClient(the(eve).browser, the(eve).workspaceId);
  const swaps: [string, (own: SyncClient, id: string) => Promise<Answer>, string][] = [
    [
      'workspaceId',
      (own, id) => own.push([own.mutation([createTask(anId())])], { workspaceId: id }),
      the(ana).workspaceId,
    ],
    [
      'workspaceId of a pull',
      (own, id) => new SyncClient(own.browser, id, own.deviceId).pull(),
      the(ana).workspaceId,
    ],
    [
      'deviceId',
      (own, id) => own.push([own.mutation([createTask(anId())])], { deviceId: id }),
      the(ana).deviceId,
    ],
    [
      'cursor',
      (own, cursor) => own.push([own.mutation([createTask(anId())])], { cursor }),
      the(ana).cursor ?? '',
    ],
    ['seen', (own, seen) => own.push([own.mutation([createTask(anId())], { seen })]), the(ana).cursor ?? ''],
  ];
  for (const [what, ask, foreign] of swaps) {
    const madeUp = what === 'cursor' || what === 'seen' ? '22.0a1b2c3d4e5f6a7b' : anId();
    expect(seen(await ask(client(), foreign)), what).toBe(seen(await ask(client(), madeUp)));
  }
  expect(await anas()).toEqual(before);
});

test('[H15] [PU2] the id of another tenant’s mutation is no known one', async () => {
  const [{ id } = { id: '' }] = await owner<{ id: string }[]>`
    select id from mutation where workspace_id = ${the(ana).workspaceId} limit 1`;
  const before = await anas();
  const client = new SyncClient(the(eve).browser, the(eve).workspaceId);
  const answer = await client.push([client.mutation([createTask(anId())], { id })]);
  expect(answer.body).toMatchObject({ results: [{ id, outcome: 'applied', duplicate: false }] });
  expect(await anas()).toEqual(before);
});
