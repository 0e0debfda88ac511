/** Pushes that share transactions on Postgres do what they do one by one in memory, to the last cursor (PU4). */
import { memberId } from '@holdfast/shared/sync/ids';
import type { Op } from '@holdfast/shared/sync/op';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openOwner, openPool, type Sql } from '../db/pool';
import { createRow, createTask, patchTask, SyncDevice } from '../testing/sync-device';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { groupCommits } from './group-commits';
import { createMemoryStore } from './memory-store';
import { createPostgresStore } from './postgres-store';
import type { GroupingStore, ServerStore } from './server-store';

let database: TestDatabase;
let owner: Sql;
let sql: Sql;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresAdminUrl'));
  [owner, sql] = [openOwner(database.url), openPool(database.url, 4)];
});
afterAll(async () => {
  await sql.end();
  await owner.end();
  await database.drop();
});

/** Makes what the others work on. */
const FOUNDER = uuidOf(0xcf);
const PEOPLE = [1, 2, 3, 4].map((n) => uuidOf(0xc0 + n));
const ROLES = ['owner', 'admin', 'member', 'viewer', 'removed', 'stranger'] as const;
/** What each person is in each workspace. */
const inEach = fc.array(fc.constantFrom('member', 'member', 'member', ...ROLES), {
  minLength: PEOPLE.length,
  maxLength: PEOPLE.length,
});
/** One that all work in, or so many that some wait for others. */
const standings = fc.oneof(fc.array(inEach, { minLength: 1, maxLength: 1 }), {
  arbitrary: fc.array(inEach, { minLength: 6, maxLength: 8 }),
  weight: 2,
});
/** Two of them may be one device in two workspaces. */
const someDevices = fc.array(fc.record({ id: fc.nat(9), person: fc.nat(3), workspace: fc.nat(7) }), {
  minLength: 10,
  maxLength: 12,
});
const anEdit = fc.record({
  kind: fc.constantFrom(
    'create',
    'create',
    'patch',
    'patch',
    'patch',
    'remove',
    'restore',
    'home',
    'drop',
    'raise',
    'say',
  ),
  task: fc.integer({ min: 1, max: 5 }),
  title: fc.constantFrom('Pay rent', 'Pay the rent', 'Rent'),
  /** Sent before, in whatever workspace. */
  isAgain: fc.integer({ max: 9, min: 0 }),
});
type Edit = typeof anEdit extends fc.Arbitrary<infer T> ? T : never;
const aRound = fc.array(fc.option(fc.array(anEdit, { maxLength: 3 }), { freq: 9, nil: undefined }), {
  minLength: 12,
  maxLength: 12,
});
const aCase = fc.record({
  standings,
  devices: someDevices,
  rounds: fc.array(aRound, { minLength: 2, maxLength: 5 }),
  limit: fc.constantFrom(2, 3, 5, 1000),
  massRows: fc.constantFrom(1, 2, 50),
});
type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;

const HOME = uuidOf(0xf0);
function opOf({ kind, task, title }: Edit, n: number): Op {
  const id = uuidOf(task);
  if (kind === 'create') return createTask(id, { title, ...(task > 3 ? { projectId: HOME } : {}) });
  if (kind === 'home') return createRow('project', HOME, { name: title, color: '1', position: 'a0' });
  if (kind === 'say') return createRow('comment', uuidOf(0xe000 + n), { taskId: id, body: title });
  if (kind === 'raise') return patchTask(id, 0, { parentId: { from: null, to: uuidOf((task % 5) + 1) } });
  if (kind === 'patch') return patchTask(id, 0, { title: { from: 'Pay rent', to: title } });
  const entity = kind === 'drop' ? 'project' : 'task';
  const op = kind === 'restore' ? 'restore' : 'delete';
  return buildOp({ op, entity, id: kind === 'drop' ? HOME : id, base: 0, changes: {} });
}

/** Every answer of every round, and at the end what each person reads in each workspace. */
async function run(
  store: ServerStore,
  workspaces: readonly string[],
  { devices, rounds, limit, massRows }: Case,
) {
  let [mutations, round] = [0, 0];
  const placeOf = (n: number) => workspaces[n % workspaces.length] ?? '';
  const each = devices.map(({ id, person, workspace }, n) => {
    const newMark = () => `d${n}r${round}`;
    const deps = { store, now: () => 20_000, newMark, changed: () => undefined, massRows };
    const account = PEOPLE[person] ?? '';
    return new SyncDevice(deps, {
      account,
      device: uuidOf(0xd00 + id),
      workspace: placeOf(workspace),
      limit,
    });
  });
  const founding = { store, now: () => 20_000, newMark: () => 'f', changed: () => undefined };
  for (const workspace of workspaces) {
    const device = new SyncDevice(founding, { account: FOUNDER, device: uuidOf(0xdff), workspace });
    const tasks = [1, 2, 3, 4].map((n) => createTask(uuidOf(n)));
    await device.page([device.mutation(tasks, { id: uuidOf(0x8fff) })]);
  }
  const answers: unknown[] = [];
  for (const edits of rounds) {
    round += 1;
    const sending = each.map(async (device, n) => {
      const mine = edits[n];
      if (!mine) return null;
      const list = mine.map((edit, index) => {
        const id = uuidOf(0x9000 + (index === 0 && edit.isAgain === 0 ? mutations : ++mutations));
        return device.mutation([opOf(edit, mutations)], { id });
      });
      const answer = await device.send(list);
      if (answer.kind === 'page') device.cursor = answer.page.cursor;
      else device.seq -= list.length;
      return answer.kind === 'page' ? { ...answer, failure: String(answer.failure) } : answer;
    });
    answers.push(await Promise.all(sending));
  }
  const scopes = workspaces.flatMap((workspaceId) => PEOPLE.map((accountId) => ({ accountId, workspaceId })));
  const read = scopes.map((scope) =>
    store.transaction({ ...scope, mode: 'snapshot' }, async (tx) => {
      const { kind } = await tx.membership();
      if (kind !== 'member') return kind;
      const rows = await tx.changesAbove(0, 1000);
      const history = await tx.history(
        rows.map(({ row }) => row.id),
        0,
      );
      const held = await tx.heldOf(rows.filter(({ entity }) => entity === 'hold').map(({ row }) => row.id));
      const results = await tx.resultsAfter(uuidOf(0xd01), 0, 1000);
      return { rows, history, held, results, head: await tx.head() };
    }),
  );
  return { answers, ends: await Promise.all(read) };
}

let workspaces = 0xb000;
it('[PU4] [PU7] [AC4] pushes of several workspaces that share transactions are answered as if each had been alone', async () => {
  let [shared, spanning] = [0, 0];
  const failures: unknown[] = [];
  await fc.assert(
    fc.asyncProperty(aCase, async (one) => {
      const memory = createMemoryStore();
      const ids = one.standings.map(() => uuidOf(workspaces++));
      for (const [n, ws] of ids.entries()) {
        const all = [
          ...PEOPLE.map((id, p) => [id, one.standings[n]?.[p]] as const),
          [FOUNDER, 'owner'] as const,
        ];
        const known = all.filter(([, as]) => as !== 'stranger');
        memory.found(ws, Object.fromEntries(known.map(([id, as]) => [id, as ?? ''])));
        // Version 0: in memory members are no rows that travel.
        await owner`insert into workspace_head (workspace_id, head, created_at) values (${ws}, 0, 0)`;
        for (const [id, as] of known) {
          const [role, removed] = as === 'removed' ? ['member', 1] : [as ?? '', null];
          if (removed) memory.setRole(ws, id, null);
          await owner`insert into member (workspace_id, id, version, stamps, created_at, created_by, updated_at, account_id, name, role, removed_at)
            values (${ws}, ${memberId(ws, id)}, 0, '{}', 0, ${id}, 0, ${id}, 'x', ${role}, ${removed})`;
        }
      }
      const postgres = createPostgresStore(sql);
      const counting: GroupingStore = {
        ...postgres,
        together(jobs) {
          shared += jobs.length;
          if (new Set(jobs.map(({ scope }) => scope.workspaceId)).size > 1) spanning += 1;
          return postgres.together(jobs);
        },
      };
      const grouped = groupCommits(counting, ({ error }) => failures.push(error));
      const [onPostgres, inMemory] = [await run(grouped, ids, one), await run(memory, ids, one)];
      expect(onPostgres).toEqual(inMemory);
    }),
    { numRuns: 20 },
  );
  expect(failures).toEqual([]);
  // It did real work.
  expect(shared).toBeGreaterThan(100);
  expect(spanning).toBeGreaterThan(10);
}, 60_000);
