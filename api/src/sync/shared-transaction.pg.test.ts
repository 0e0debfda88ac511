/** Pushes that share a transaction on Postgres do what they do one after the other in memory, to the last cursor. */
import { memberId } from '@holdfast/shared/sync/ids';
import type { Op } from '@holdfast/shared/sync/op';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openOwner, openPool, type Sql } from '../db/pool';
import { createTask, patchTask, SyncDevice } from '../testing/sync-device';
import { createTestDatabase } from '../testing/test-database';
import { groupCommits } from './group-commits';
import { createMemoryStore } from './memory-store';
import { createPostgresStore } from './postgres-store';
import type { GroupingStore } from './server-store';

const SAM = uuidOf(0xc1);
const DEVICES = 6;

let database: { readonly url: string; readonly drop: () => Promise<void> };
let owner: Sql;
let sql: Sql;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresAdminUrl'));
  [owner, sql] = [openOwner(database.url), openPool(database.url, 2)];
});
afterAll(async () => {
  await sql.end();
  await owner.end();
  await database.drop();
});

/** What a device does in a round: these edits, each of one of four tasks. */
const anEdit = fc.record({
  kind: fc.constantFrom('create', 'patch', 'patch', 'patch', 'delete', 'restore'),
  task: fc.integer({ min: 1, max: 4 }),
  title: fc.constantFrom('Pay rent', 'Pay the rent', 'Rent'),
});
type Edit = typeof anEdit extends fc.Arbitrary<infer T> ? T : never;
/** In each round most devices push, none of them twice. */
const aRound = fc.array(
  fc.option(fc.array(anEdit, { minLength: 1, maxLength: 3 }), { freq: 3, nil: undefined }),
  { minLength: DEVICES, maxLength: DEVICES },
);
/** Often less than there is to tell. */
const aLimit = fc.constantFrom(2, 3, 5, 1000);
const someRounds = fc.array(aRound, { minLength: 2, maxLength: 6 });

const opOf = ({ kind, task, title }: Edit): Op => {
  const id = uuidOf(task);
  if (kind === 'create') return createTask(id, { title });
  if (kind === 'patch') return patchTask(id, 0, { title: { from: 'Pay rent', to: title } });
  return buildOp({ op: kind as Op['op'], entity: 'task', id, base: 0, changes: {} });
};

/** Every answer of every round, and how many pushes stood behind another in a transaction. */
async function run(
  store: GroupingStore,
  workspace: string,
  rounds: readonly (readonly (Edit[] | undefined)[])[],
  limit: number,
) {
  let [marks, mutations, shared] = [0, 0, 0];
  const grouping: GroupingStore = {
    transaction: store.transaction,
    together(jobs) {
      shared += jobs.length - 1;
      return store.together(jobs);
    },
  };
  const failures: unknown[] = [];
  const grouped = groupCommits(grouping, ({ error }) => failures.push(error));
  const deps = { store: grouped, now: () => 20_000, newMark: () => `${marks++}`, changed: () => undefined };
  const devices = Array.from(
    { length: DEVICES },
    (_, n) => new SyncDevice(deps, { account: SAM, device: uuidOf(0xd00 + n), workspace, limit }),
  );
  const answers: unknown[] = [];
  for (const round of rounds) {
    const sending = devices.flatMap((device, n) => {
      const edits = round[n];
      if (!edits) return [];
      return device.page(
        edits.map((edit) => device.mutation([opOf(edit)], { id: uuidOf(0x9000 + mutations++) })),
      );
    });
    answers.push(...(await Promise.all(sending)));
  }
  expect(failures).toEqual([]);
  return { answers, shared };
}

it('[PU4] [PU7] pushes that share a transaction are answered as if each had been alone', async () => {
  let workspaces = 0xb000;
  let shared = 0;
  await fc.assert(
    fc.asyncProperty(someRounds, aLimit, async (rounds, limit) => {
      const ws = uuidOf(workspaces++);
      // Version 0: in memory members are no rows that travel.
      await owner`insert into workspace_head (workspace_id, head, created_at) values (${ws}, 0, 0)`;
      await owner`insert into member (workspace_id, id, version, stamps, created_at, created_by, updated_at, account_id, name, role)
        values (${ws}, ${memberId(ws, SAM)}, 0, '{}', 0, ${SAM}, 0, ${SAM}, 'x', 'owner')`;
      const memory = createMemoryStore();
      memory.found(ws, { [SAM]: 'owner' });
      const onPostgres = await run(createPostgresStore(sql), ws, rounds, limit);
      const inMemory = await run(memory, ws, rounds, limit);
      expect(onPostgres.answers).toEqual(inMemory.answers);
      shared += onPostgres.shared;
    }),
    { numRuns: 40 },
  );
  // It did real work.
  expect(shared).toBeGreaterThan(100);
}, 60_000);
