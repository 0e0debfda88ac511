/** Which way the database goes to answer what push and pull ask, whatever it has counted of its tables. */
import { ENTITIES } from '@holdfast/shared/entities/index';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createPostgresStore } from '../sync/postgres-store';
import { pull } from '../sync/pull';
import { createRow, createTask, patchTask, SyncDevice } from '../testing/sync-device';
import { createTestApp, type TestApp } from '../testing/test-app';
import { openOwner, openPool, type Sql } from './pool';
import { asAccount } from './tenant';

let at: TestApp;
let owner: Sql;
let accountId: string;
let workspaceId: string;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
  owner = openOwner(at.url);
  const person = await at.person();
  accountId = person.accountId;
  const me = await person.ask('/auth/me');
  workspaceId = (me.body.workspaces as { id: string }[])[0]?.id ?? '';
});
afterAll(async () => {
  await owner.end();
  await at.close();
});

/** Where an index is there for a question's sake, that one must answer it. */
const MEANT: readonly (readonly [RegExp, string, number])[] = [
  [/version > \$\d and version > 0 order by version/, '_by_version', ENTITIES.length],
  [/from mutation\s+where workspace_id = \$\d and device_id = \$\d and seq/, 'mutation_by_device', 1],
  [/from field_history[^;]* row_id = wanted/, 'field_history_by_row', 1],
  [/rejected_rows\) from mutation/, 'mutation_rejecting', 1],
];

/**
 * A workspace's part of a table is read, and what was asked for is picked out of it: as slow as the workspace is large.
 * What a condition beside the key leaves out (deleted, removed, over) is no such thing.
 */
const PICKED =
  /(?:Filter|Hash Cond|Merge Cond|Join Filter): (?!.*expires_at).*\b(?:id|row_id|account_id|version) = (?:ANY \()?(?:\$\d|\w+\.id|\w+\.version)/;

/** Each id held against each refused mutation: a thousand of both are a million, behind the workspace's lock. */
const EACH_BY_EACH = /= ANY \((?:\w+\.)?rejected_rows\)/;

const TABLES = [
  ...ENTITIES.map(({ name }) => name).filter((name) => name !== 'workspace'),
  ...['device', 'mutation', 'field_history', 'version_mark', 'held_mutation'],
];

/** Copies the one row of each table, so many times into each of these workspaces. */
async function fill(workspaces: string, times: number): Promise<void> {
  await owner`set session_replication_role = replica`;
  for (const table of TABLES)
    await owner.unsafe(`insert into "${table}" select (jsonb_populate_record(made.one, jsonb_build_object(
        'workspace_id', w.workspace_id, 'id', gen_random_uuid(), 'row_id', gen_random_uuid(), 'account_id', gen_random_uuid(),
        'version', 1000 + n))).*
      from (select t from "${table}" as t limit 1) as made (one), (${workspaces}) as w, generate_series(1, ${times}) as n`);
  await owner`set session_replication_role = origin`;
}

/** What the planner may know when it plans a statement; a connection keeps the plan as long as it lives. */
const COUNTED: readonly (readonly [string, () => Promise<void>])[] = [
  ['hardly anything is there yet', async () => undefined],
  [
    'one workspace is large, and nothing was counted yet',
    async () => {
      await fill(`select '${workspaceId}'::uuid as workspace_id`, 1000);
      await owner`select pg_clear_relation_stats('public', relname::text) from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r'`;
    },
  ],
  ['one workspace is large', async () => void (await owner`analyze`)],
  [
    // Reading all of one costs no more than looking for ten keys.
    'most workspaces are small',
    async () => {
      await owner`insert into workspace_head (workspace_id, created_at)
        select md5('small' || n)::uuid, 1 from generate_series(1, 400) as n`;
      await fill('select workspace_id from workspace_head where head = 0', 5);
      await owner`analyze`;
    },
  ],
];

test('[H69] whatever push and pull ask goes by its whole key, whatever was counted', async () => {
  const single = openPool(at.url, 1);
  const store = createPostgresStore(single);
  const device = new SyncDevice(
    { store, now: () => at.clock.now, newMark: () => 'aa', changed: () => undefined },
    { account: accountId, device: uuidOf(0xd9), workspace: workspaceId },
  );
  const other = new SyncDevice(
    { store, now: () => at.clock.now, newMark: () => 'bb', changed: () => undefined },
    { account: accountId, device: uuidOf(0xda), workspace: workspaceId },
  );
  try {
    // Every way that the statements take: with and without a cursor, patched, referred to, deleted, refused, crossing.
    const refused = uuidOf(0x91);
    for (const op of [
      createRow('project', uuidOf(0x95), { name: 'Home', position: 'a' }),
      createTask(uuidOf(0x90)),
      createRow('comment', uuidOf(0x96), { taskId: uuidOf(0x90), body: 'C' }),
      patchTask(uuidOf(0x90), 0, { title: { from: 'Pay rent', to: 'Pay' } }),
      createTask(refused, { projectId: uuidOf(0x92) }),
      createTask(uuidOf(0x93), { parentId: uuidOf(0x90) }),
      createRow('comment', uuidOf(0x94), { taskId: refused, body: 'C' }),
    ])
      await device.write(op);
    await other.write(patchTask(uuidOf(0x90), 0, { title: { from: 'Pay rent', to: 'Pay it' } }));
    await device.write(buildOp({ op: 'delete', entity: 'task', id: uuidOf(0x90), base: 0 }));
    const asked = { accountId, workspaceId, deviceId: uuidOf(0xd9) };
    await pull(store, at.clock.now, { ...asked, cursor: null, ack: 0, limit: 5 });
    const statements = (
      await single<{ statement: string }[]>`select statement from pg_prepared_statements`
    ).filter(({ statement }) => /\b(from|into|update) "?(?!pg_)\w+/.test(statement));
    // Changes of all entities are one of them.
    expect(statements.length).toBeGreaterThan(15);
    const slow: string[] = [];
    for (const [where, count] of COUNTED) {
      await count();
      await asAccount(single, accountId, async (tx) => {
        for (const { statement } of statements) {
          const plan = await tx.unsafe(`explain (generic_plan) ${statement}`);
          const text = plan.map((row) => String(row['QUERY PLAN'])).join('\n');
          const [, index = '', times = 0] = MEANT.find(([question]) => question.test(statement)) ?? [];
          const used = index === '' ? 0 : text.split(index).length - 1;
          if (text.includes('Seq Scan') || PICKED.test(text) || EACH_BY_EACH.test(text) || used < times)
            slow.push(where, statement, text);
        }
      });
    }
    expect(slow).toEqual([]);
  } finally {
    await single.end();
  }
}, 60_000);

test('[H69] no plan is compiled: where Postgres must read a table whole after all, that took 20 times as long as reading it', async () => {
  const single = openPool(at.url, 1);
  try {
    expect(await single`select current_setting('jit') as jit`).toEqual([{ jit: 'off' }]);
  } finally {
    await single.end();
  }
});
