/** What is kept how long, on a clock of the test's own (spec, Long absences and scale). */
import { memberId } from '@holdfast/shared/sync/ids';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createPostgresStore } from '../sync/postgres-store';
import { pull } from '../sync/pull';
import { soon } from '../testing/soon';
import { createTask, patchTask, SyncDevice } from '../testing/sync-device';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { openOwner, openPool, type Sql } from './pool';
import { prune } from './prune';

const DAY = 86_400_000;
const START = 1_790_000_000_000;
const SAM = uuidOf(0xc1);
const [A, B] = [uuidOf(1), uuidOf(2)];

let database: TestDatabase;
let owner: Sql;
let sql: Sql;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresAdminUrl'));
  owner = openOwner(database.url);
  sql = openPool(database.url, 2);
});
afterAll(async () => {
  await sql.end();
  await owner.end();
  await database.drop();
});

let count = 0xa000;
let day = 0;
let ws = '';
let marks = 0;
const now = () => START + day * DAY;
const newMark = () => `m${marks++}`;

function device(n: number): SyncDevice {
  const deps = { store: createPostgresStore(sql), now, newMark, changed: () => undefined };
  const made = new SyncDevice(deps, { account: SAM, device: uuidOf(count * 16 + n), workspace: ws });
  Object.defineProperty(made, 'clock', { get: now });
  return made;
}
const all = async () => {
  const outcomes = [];
  for await (const outcome of prune(owner, now(), newMark)) outcomes.push(outcome);
  return outcomes;
};
const ofIt = async (at: number) => {
  day = at;
  return (await all()).find(({ workspaceId }) => workspaceId === ws);
};
const read = (cursor: string | null) =>
  pull(createPostgresStore(sql), now(), {
    accountId: SAM,
    workspaceId: ws,
    deviceId: uuidOf(0xdd),
    cursor,
    ack: 0,
    limit: 100,
  }).then((answer) => {
    if (answer.kind !== 'page') throw new Error(answer.kind);
    return answer.page;
  });
const row = async (id: string) => (await read(null)).changes.find((change) => change.row.id === id)?.row;

const found = async (id: string): Promise<void> => {
  await owner`insert into workspace_head (workspace_id, head, created_at) values (${id}, 0, 0)`;
};

beforeEach(async () => {
  day = 0;
  ws = uuidOf(count++);
  await found(ws);
  await owner`insert into member (workspace_id, id, version, stamps, created_at, created_by, updated_at, account_id, name, role)
    values (${ws}, ${memberId(ws, SAM)}, 0, '{}', 0, ${SAM}, 0, ${SAM}, 'x', 'owner')`;
});

describe('pruning', () => {
  it('[PL4] [H23] content of deleted rows stays 90 days, then a tombstone; a cursor below the floor starts over', async () => {
    const sam = device(1);
    const first = await sam.write(
      createTask(A, { title: 'Secret', description: 'Long', dueOn: '2026-02-03' }),
    );
    await sam.write(createTask(B));
    const deleted = await sam.write(buildOp({ op: 'delete', entity: 'task', id: A, base: 1 }));
    await ofIt(0);
    day = 10;
    await sam.write(patchTask(B, 2, { title: { from: 'Pay rent', to: 'Pay' } }));
    expect(await ofIt(89)).toMatchObject({ tombstones: 0 });
    expect(await row(A)).toMatchObject({ title: 'Secret' });
    expect((await read(first.cursor)).reset).toBe(false);

    expect(await ofIt(90)).toMatchObject({ tombstones: 1, head: 5 });
    expect(await row(A)).toMatchObject({
      title: '',
      description: '',
      dueOn: null,
      version: 5,
      stamps: {},
      deletedAt: START,
    });
    expect(await row(B)).toMatchObject({ title: 'Pay' });
    expect((await read(first.cursor)).reset).toBe(true);
    const follows = await read(deleted.cursor);
    expect(follows).toMatchObject({ reset: false, version: 5 });
    expect(follows.changes.map((change) => change.row.id)).toEqual([B, A]);
    expect(await ofIt(90)).toMatchObject({ tombstones: 0, head: 5 });
    // What is gone cannot come back empty.
    const back = await sam.write(buildOp({ op: 'restore', entity: 'task', id: A, base: 5 }));
    expect(back.results).toMatchObject([{ outcome: 'rejected', code: 'not_found' }]);
  });

  it('[PL4] the floor is never above the head of 90 days ago, however seldom anybody looks', async () => {
    const sam = device(1);
    await sam.write(createTask(A));
    await ofIt(0);
    await sam.write(createTask(B));
    const { cursor } = await sam.write(patchTask(B, 2, { title: { from: 'Pay rent', to: 'Pay' } }));
    await ofIt(80);
    await ofIt(95);
    const [head] = await owner`select head, floor from workspace_head where workspace_id = ${ws}`;
    expect(head).toEqual({ head: 3, floor: 1 });
    expect((await read(cursor)).reset).toBe(false);
    const kept = await owner`select version from version_mark where workspace_id = ${ws} order by version`;
    expect(kept.map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('[PL4] two runs at one instant: the lower head counts as that of the day', async () => {
    const sam = device(1);
    await sam.write(createTask(A));
    await ofIt(0);
    await sam.write(createTask(B));
    expect(await ofIt(0)).toMatchObject({ kind: 'pruned' });
    expect(await ofIt(90)).toMatchObject({ kind: 'pruned' });
    const [head] = await owner`select head, floor from workspace_head where workspace_id = ${ws}`;
    expect(head).toEqual({ head: 2, floor: 1 });
  });

  it('[H23] a workspace that cannot be pruned keeps the job from no other', async () => {
    const next = uuidOf(count++);
    await found(next);
    await owner.unsafe(
      `alter table workspace_day add constraint broken check (workspace_id <> '${ws}') not valid`,
    );
    const outcomes = await all();
    await owner`alter table workspace_day drop constraint broken`;
    expect(outcomes.filter(({ kind }) => kind === 'failed')).toMatchObject([
      { workspaceId: ws, error: { code: '23514' } },
    ]);
    expect(outcomes.at(-1)).toMatchObject({ kind: 'pruned', workspaceId: next });
  });

  it('[MG4] field history goes after 180 days; what is older is known from stamps, and still counts as not seen', async () => {
    const [sam, phone] = [device(1), device(2)];
    await sam.write(createTask(A));
    await sam.write(patchTask(A, 1, { priority: { from: 2, to: 4 } }));
    await ofIt(0);
    expect(await ofIt(179)).toMatchObject({ history: 0 });
    expect(await ofIt(180)).toMatchObject({ history: 2 });
    // Written on the phone before it saw the other's: the higher of two.
    const late = await phone.write(patchTask(A, 1, { priority: { from: 2, to: 3 } }));
    expect(late.results).toMatchObject([{ outcome: 'merged' }]);
    expect(await row(A)).toMatchObject({ priority: 4 });
  });

  it('[PU2] a result stays 400 days, and longer while its device may not have it', async () => {
    const sam = device(1);
    const [one, two] = [sam.mutation([createTask(A)]), sam.mutation([createTask(B)])];
    await sam.page([one]);
    await sam.page([two]);
    expect(await ofIt(399)).toMatchObject({ results: 0 });
    expect(await ofIt(400)).toMatchObject({ results: 1 });
    expect((await sam.page([two])).results).toMatchObject([
      { outcome: 'applied', duplicate: true, version: 2 },
    ]);
  });

  it('[PU9] what is held waits however long; bodies of decided holds go', async () => {
    const insert = async (n: number, state: string) => {
      await owner`
        insert into hold (workspace_id, id, version, stamps, created_at, created_by, updated_at, account_id, at, until, count, state)
        values (${ws}, ${uuidOf(n)}, ${n}, '{}', 1, ${SAM}, 1, ${SAM}, 1, 1, 1, ${state})`;
      await owner`
        insert into held_mutation (workspace_id, id, hold_id, account_id, device_id, seq, time, version, takes, body)
        values (${ws}, ${uuidOf(0x90 + n)}, ${uuidOf(n)}, ${SAM}, ${SAM}, 1, 1, 1, 1, '{}')`;
    };
    await insert(1, 'held');
    await insert(2, 'dropped');
    await owner`update workspace_head set head = 2 where workspace_id = ${ws}`;
    await ofIt(0);
    await ofIt(500);
    const left = await owner`select hold_id as "holdId" from held_mutation where workspace_id = ${ws}`;
    expect(left).toEqual([{ holdId: uuidOf(1) }]);
  });
});

it('[PL4] a database that goes away in the middle of it fails that workspace, not the process', async () => {
  const [job, other] = [openOwner(database.url), openOwner(database.url)];
  const uncaught: unknown[] = [];
  const keep = (error: unknown) => void uncaught.push(error);
  process.on('uncaughtException', keep);
  try {
    // Whoever pushes there makes the job wait.
    await other`select pg_advisory_lock(hashtextextended(${ws}, 0))`;
    const outcomes = prune(job, now(), newMark);
    const ofIt = (async () => {
      for await (const outcome of outcomes) if (outcome.workspaceId === ws) return outcome;
      return null;
    })();
    await soon(async () => {
      const ended = await owner`
        select pg_terminate_backend(pid, 10000) from pg_locks
        where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`;
      expect(ended).toHaveLength(1);
    });
    expect(await ofIt).toMatchObject({ kind: 'failed' });
    expect(uncaught).toEqual([]);
  } finally {
    process.off('uncaughtException', keep);
    await job.end({ timeout: 1 });
    await other.end();
  }
});
