import 'fake-indexeddb/auto';
import { conflict as conflictEntity } from '@holdfast/shared/entities/conflict';
import type { Entity, RowOf } from '@holdfast/shared/entities/define-entity';
import { member } from '@holdfast/shared/entities/member';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseName, HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { createReader } from '../../db/reader';
import { type TestContext, testContext } from '../../testing/write-context';
import { type DiaryLine, liveDiary } from './diary-query';
import { liveAsked } from './open-asked';
import { liveOpenVersions } from './open-versions';
import { liveReviews } from './review-query';
import { takeOther } from './take-other';

const [SAM, ANA, OLGA] = [uuidOf(0xc0), uuidOf(0xc2), uuidOf(0xc3)];
const [T, U] = [uuidOf(1), uuidOf(2)];
const NOW = 1_000_000;
const asks = { workspaceIds: [WORKSPACE], me: SAM, today: '2026-11-21', moment: (at: number) => `09:${at}` };

let count = 0;
let db: HoldfastDatabase;
let ctx: TestContext;
beforeEach(async () => {
  count += 1;
  db = new HoldfastDatabase(databaseName(`merges-${count}`));
  await db.open();
  ctx = testContext(createDexieStore(db));
  await put(member, { id: SAM, accountId: SAM, name: 'Sam', role: 'member' });
  await put(member, { id: ANA, accountId: ANA, name: 'Ana', role: 'owner' });
  await put(task, { id: T, title: 'Order rope', priority: 4 });
});
afterEach(() => db.delete());

const put = <E extends Entity>(entity: E, values: Partial<RowOf<E>>) =>
  ctx.store.transaction('relaxed', (tx) => tx.putRow(entity.name, build(entity, values)));
const side = (accountId: string, n: number) => ({
  id: uuidOf(n),
  accountId,
  at: n,
  name: '',
  offline: false,
});
const merge = (n: number, values: object = {}) =>
  put(conflictEntity, {
    id: uuidOf(n),
    entity: 'task',
    rowId: T,
    field: 'priority',
    base: 2,
    mine: 3,
    theirs: 4,
    result: 4,
    state: 'auto',
    forAccountId: SAM,
    at: NOW + n,
    devices: [side(SAM, 0xd1), side(ANA, 0xd2)],
    ...values,
  });
const diary = (since = 0): Promise<readonly DiaryLine[]> => liveDiary({ ...asks, since })(createReader(db));

describe('the diary', () => {
  it('has the merges that concern its reader, the latest first, and no older ones', async () => {
    await merge(0x51);
    await merge(0x52, { forAccountId: ANA });
    await merge(0x53, { forAccountId: ANA, devices: [side(ANA, 0xd2), side(OLGA, 0xd3)] });
    await merge(0x54, { state: 'open' });
    expect((await diary()).map((line) => line.conflict.id)).toEqual([uuidOf(0x52), uuidOf(0x51)]);
    expect(await diary(NOW + 0x52)).toHaveLength(1);
    expect((await diary())[0]).toMatchObject({
      subject: 'Order rope',
      href: `/t/${T}`,
      sentence: expect.stringMatching(
        /^You changed the priority to High.*; Ana to Urgent.*; Urgent stands\.$/,
      ),
      other: { words: 'Take High' },
      changedSince: false,
      mayWrite: true,
    });
  });

  it('[PU8] one tap takes the other value, guarded; after that there is nothing more to take', async () => {
    await merge(0x51);
    const [line] = await diary();
    expect((await takeOther(ctx, line as DiaryLine)).kind).toBe('saved');
    const ops = await ctx.look(async (tx) => (await tx.outbox()).flatMap((entry) => entry.mutation.ops));
    expect(ops).toMatchObject([{ op: 'patch', guard: true, changes: { priority: { from: 4, to: 3 } } }]);
    const [after] = await diary();
    expect(after).toMatchObject({ other: null, changedSince: true });
    expect(await takeOther(ctx, after as DiaryLine)).toMatchObject({ kind: 'refused' });
  });

  it('[MG9] an edit that a deletion dropped comes back with its row', async () => {
    await put(task, { id: T, title: 'Order rope', priority: 2, deletedAt: 7 });
    await merge(0x51, {
      field: 'deletedAt',
      base: { priority: 2 },
      mine: { priority: 4 },
      theirs: 7,
      result: null,
    });
    const [line] = await diary();
    expect(line?.other?.words).toBe('Bring it back with the change');
    await takeOther(ctx, line as DiaryLine);
    const row = await ctx.look((tx) => tx.row('task', WORKSPACE, T));
    expect(row).toMatchObject({ deletedAt: null, priority: 4 });
  });

  it('[AC3] a viewer may read it', async () => {
    await put(member, { id: SAM, accountId: SAM, name: 'Sam', role: 'viewer' });
    await merge(0x51);
    expect((await diary())[0]?.mayWrite).toBe(false);
  });

  it('a row that is not on this device has no name, and nothing to take', async () => {
    await merge(0x51, { rowId: U });
    expect((await diary())[0]).toMatchObject({
      subject: 'A task that is not on this device',
      href: null,
      other: null,
      changedSince: false,
    });
  });
});

describe('open questions', () => {
  const ask = (n: number, values: object = {}) =>
    merge(n, {
      state: 'open',
      field: 'title',
      base: 'Rope',
      mine: 'A rope',
      theirs: 'Order rope',
      result: 'Order rope',
      ...values,
    });

  it('[MG10] all that is asked about a row is one review; what was joined beside it is told', async () => {
    await ask(0x61);
    await ask(0x62, { field: 'assigneeId', base: null, mine: SAM, theirs: ANA, result: ANA });
    await merge(0x63);
    await put(task, { id: U, title: 'Paint' });
    await ask(0x64, { rowId: U, forAccountId: ANA });
    const reviews = await liveReviews(asks)(createReader(db));
    expect(reviews.map((one) => [one.subject, one.forMe, one.fields.map((field) => field.field)])).toEqual([
      ['Paint', false, ['title']],
      ['Order rope', true, ['title', 'assigneeId']],
    ]);
    expect(reviews[1]?.joinedToo).toEqual([expect.stringContaining('You changed the priority')]);
    expect(reviews[0]?.joinedToo).toEqual([]);
  });

  it('rows and open tasks know that there are two versions, and whom it waits for', async () => {
    await ask(0x61);
    await ask(0x62, { field: 'status', base: 'todo', mine: 'done', theirs: 'blocked', result: 'blocked' });
    await ask(0x64, { rowId: U, forAccountId: ANA });
    const read = createReader(db);
    expect(await liveAsked(WORKSPACE, SAM)(read)).toEqual(
      new Map([
        [T, true],
        [U, false],
      ]),
    );
    expect(await liveOpenVersions(WORKSPACE, T, SAM)(read)).toEqual({
      words: '2 versions of the title and the status',
      forMe: true,
    });
    expect(await liveOpenVersions(WORKSPACE, uuidOf(9), SAM)(read)).toBeNull();
  });
});
