/** MG14 against people who close a cycle from two ends at once, on real connections. */
import { memberId } from '@holdfast/shared/sync/ids';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openOwner, openPool, type Sql } from '../db/pool';
import { createTask, SyncDevice } from '../testing/sync-device';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { createPostgresStore } from './postgres-store';

const WS = uuidOf(0xa0);
const SAM = uuidOf(0xc1);
const ROUNDS = 5;

let database: TestDatabase;
let owner: Sql;
let sql: Sql;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresAdminUrl'));
  owner = openOwner(database.url);
  sql = openPool(database.url, 4);
  await owner`insert into workspace_head (workspace_id, head, created_at) values (${WS}, 0, 0)`;
  await owner`insert into member (workspace_id, id, version, stamps, created_at, created_by, updated_at, account_id, name, role)
    values (${WS}, ${memberId(WS, SAM)}, 1, '{}', 0, ${SAM}, 0, ${SAM}, 'x', 'owner')`;
});
afterAll(async () => {
  await sql.end();
  await owner.end();
  await database.drop();
});

test.each(['parentId', 'dependsOn'] as const)(
  '[MG14] three pushes at once, each a third of a cycle of %s: one of them is refused, every time',
  async (field) => {
    let marks = 0;
    const deps = {
      store: createPostgresStore(sql),
      now: () => 10_000,
      newMark: () => `m${marks++}`,
      changed: () => undefined,
    };
    const first = field === 'parentId' ? 0x100 : 0x200;
    const devices = [1, 2, 3].map(
      (n) => new SyncDevice(deps, { account: SAM, device: uuidOf(first + 0xd0 + n), workspace: WS }),
    );
    for (let round = 0; round < ROUNDS; round++) {
      const ids = [0, 1, 2].map((n) => uuidOf(first * 100 + round * 10 + n)) as [string, string, string];
      await (devices[0] as SyncDevice).write(...ids.map((id) => createTask(id)));
      const pages = await Promise.all(
        devices.map((device, n) => {
          const next = ids[(n + 1) % 3] as string;
          const change = field === 'parentId' ? { from: null, to: next } : { from: [], to: [next] };
          return device.write(
            buildOp({ entity: 'task', id: ids[n] as string, base: 1, changes: { [field]: change } }),
          );
        }),
      );
      const outcomes = pages.flatMap(({ results }) => results.map(({ outcome }) => outcome)).sort();
      expect(outcomes, `round ${round}`).toEqual(['applied', 'applied', 'rejected']);
    }
  },
);

test('[MG14] two halves of a cycle that touch no row in common, while others write: one is refused', async () => {
  let marks = 0;
  const deps = {
    store: createPostgresStore(sql),
    now: () => 10_000,
    newMark: () => `n${marks++}`,
    changed: () => undefined,
  };
  const device = (n: number) =>
    new SyncDevice(deps, { account: SAM, device: uuidOf(0x300 + n), workspace: WS });
  const [one, two, ...noise] = [1, 2, 3, 4].map(device) as [SyncDevice, SyncDevice, ...SyncDevice[]];
  const link = (id: string, to: string) =>
    buildOp({ entity: 'task', id, base: 1, changes: { parentId: { from: null, to } } });
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b, c, d] = [0, 1, 2, 3].map((n) => uuidOf(0x30000 + round * 10 + n)) as [
      string,
      string,
      string,
      string,
    ];
    await one.write(createTask(a), createTask(b), createTask(c), createTask(d), link(b, c), link(d, a));
    const pages = await Promise.all([
      ...noise.map((other, n) => other.write(createTask(uuidOf(0x40000 + round * 10 + n)))),
      one.write(link(a, b)),
      two.write(link(c, d)),
    ]);
    const outcomes = pages.slice(-2).flatMap(({ results }) => results.map(({ outcome }) => outcome));
    expect(outcomes.sort(), `round ${round}`).toEqual(['applied', 'rejected']);
  }
});
