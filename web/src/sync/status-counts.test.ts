import 'fake-indexeddb/auto';
import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import { hold } from '@holdfast/shared/entities/hold';
import { member } from '@holdfast/shared/entities/member';
import { memberId } from '@holdfast/shared/sync/ids';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HoldfastDatabase } from '../db/db';
import { createDexieStore } from '../db/dexie-store';
import type { LocalStore } from '../db/local-store';
import { mutate } from '../db/mutate';
import { createReader } from '../db/reader';
import { testContext } from '../testing/write-context';
import { leaveWorkspace } from './leave';
import { liveCounts } from './status-counts';

let db: HoldfastDatabase;
let store: LocalStore;
beforeEach(async () => {
  db = new HoldfastDatabase('status-counts');
  await db.open();
  store = createDexieStore(db);
});
afterEach(() => db.delete());

it('[CL8] [H65] what a workspace that was left kept from being sent needs its author, and is counted so', async () => {
  await mutate(testContext(store), {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [
      { op: 'create', entity: 'task', id: uuidOf(1), values: { title: 'Written there', position: 'a0' } },
    ],
  });
  const counts = () => liveCounts([WORKSPACE], WORKSPACE, 'me')(createReader(db));
  expect(await counts()).toMatchObject({ waiting: 1, needsYou: 0 });
  await leaveWorkspace(store, WORKSPACE, 5);
  expect(await counts()).toMatchObject({ waiting: 0, needsYou: 1 });
});

it.each([
  ['admin', { needsYou: 2, forAdmins: 0 }],
  ['member', { needsYou: 1, forAdmins: 1 }],
])('[PU9] [AC3] held deletes: who is %s', async (role, expected) => {
  const [me, other] = [uuidOf(0xc0), uuidOf(0xc1)];
  const rows: [Entity, Partial<Row>][] = [
    [member, { id: memberId(WORKSPACE, me), accountId: me, role }],
    [hold, { id: uuidOf(1), accountId: me, state: 'held' }],
    [hold, { id: uuidOf(2), accountId: other, state: 'held' }],
  ];
  await store.transaction('relaxed', async (tx) => {
    for (const [entity, values] of rows) await tx.putRow(entity.name, build(entity, values));
  });
  expect(await liveCounts([WORKSPACE], WORKSPACE, me)(createReader(db))).toMatchObject(expected);
});
