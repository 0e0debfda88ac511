import type { Row } from '@holdfast/shared/entities/define-entity';
import { task } from '@holdfast/shared/entities/task';
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import type { LocalStore } from '../db/local-store';
import { createMemoryStore } from '../db/memory-store';
import { META, type Position, readPosition } from '../db/meta';
import { mutate } from '../db/mutate';
import type { Saved } from '../db/write-result';
import { createMiniServer, type MiniServer } from '../testing/mini-server';
import { inOneBreath } from '../testing/one-breath';
import { type TestContext, testContext } from '../testing/write-context';
import { createSyncCore } from './engine-core';
import { standing as deviceStanding, freezeHead } from './freeze';
import { type Received, receive } from './receive';
import { startOver } from './receive-walk';
import { renumber } from './renumber';

const T = uuidOf(1);
const NOW = 1_800_000_000_000;
const DAY = 86_400_000;
const server = (id: number, values = {}): Row =>
  build(task, {
    id: uuidOf(id),
    title: `Task ${id}`,
    workspaceId: WORKSPACE,
    ...values,
  });

const standing = (ctx: TestContext): Promise<Position> => ctx.look((tx) => readPosition(tx, WORKSPACE));
const take = (
  ctx: TestContext,
  position: Position,
  response: SyncResponse,
  now = NOW,
  deviceId = '',
): Promise<Received> => {
  const { store, accountId } = ctx;
  const sentFrom = { ...position, deviceId };
  return receive({ store, accountId, workspaceId: WORKSPACE, sentFrom, response, now });
};

async function pull(ctx: TestContext, from: MiniServer, limit = 1000, now = NOW): Promise<Received> {
  const { device, position } = await deviceStanding(ctx.store, WORKSPACE, ctx);
  return take(ctx, position, from.pull(device.id, position.cursor, limit), now, device.id);
}
async function push(ctx: TestContext, to: MiniServer, limit = 100): Promise<Received> {
  const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, limit, ctx);
  return take(
    ctx,
    position,
    to.push(
      device.id,
      position.cursor,
      entries.map((entry) => entry.mutation),
    ),
    NOW,
    device.id,
  );
}
const rename = (ctx: TestContext, from: string, to: string, base: number) =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.rename',
    ops: [{ op: 'patch', entity: 'task', id: T, base, changes: { title: { from, to } } }],
  });
const add = (ctx: TestContext, id = T, title = 'Pay') =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id, values: { title, position: 'a0' } }],
  });
const view = (ctx: TestContext, id = T) => ctx.look((tx) => tx.row('task', WORKSPACE, id));
const all = async (store: LocalStore) =>
  store.transaction('read', async (tx) => ({
    outbox: await tx.outbox(),
    acked: await tx.acked(),
    rejected: await tx.rejected(),
    pending: await tx.pendingRows(WORKSPACE),
  }));

describe('receiving', () => {
  it('[CL3] a row without anything pending is the view', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1));
    expect(await pull(ctx, there)).toMatchObject({ moved: true, settled: 0, refusedRows: [] });
    expect(await view(ctx)).toEqual(there.row(T));
    expect((await all(ctx.store)).pending).toEqual([]);
  });

  it('[CL3] a row with something pending: new confirmed, the view is the rebase', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { title: 'Pay rent' }));
    await pull(ctx, there);
    await rename(ctx, 'Pay rent', 'Always pay rent', 1);
    there.put('task', { ...server(1, { title: 'Pay rent today' }), stamps: { title: [2, 5, uuidOf(9)] } });
    await pull(ctx, there);
    expect((await view(ctx))?.title).toBe('Always pay rent today');
    expect((await ctx.look((tx) => tx.confirmed('task', WORKSPACE, T)))?.title).toBe('Pay rent today');
  });

  it('[CL3] [H21] an acknowledged change stays in the view until the cursor passes it', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { title: 'Pay' }));
    await pull(ctx, there);
    await rename(ctx, 'Pay', 'Pay rent', 1);
    const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    const answer = there.push(
      device.id,
      position.cursor,
      entries.map((entry) => entry.mutation),
    );
    // The results come, the rows do not yet: a page of other rows lies before them.
    await take(ctx, position, { ...answer, changes: [], cursor: '1.1', more: true });
    expect(await all(ctx.store)).toMatchObject({ outbox: [], acked: [{ passed: 0 }] });
    expect((await view(ctx))?.title).toBe('Pay rent');
    await pull(ctx, there);
    expect(await view(ctx)).toEqual(there.row(T));
    expect(await all(ctx.store)).toMatchObject({ acked: [{ passed: 1 }], pending: [] });
  });

  it('[H20] an own change that comes with the rows is settled before the rebase, not applied twice', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { description: 'a' }));
    await pull(ctx, there);
    await mutate(ctx, {
      workspaceId: WORKSPACE,
      name: 'task.describe',
      ops: [
        { op: 'patch', entity: 'task', id: T, base: 1, changes: { description: { from: 'a', to: 'a b' } } },
      ],
    });
    await push(ctx, there);
    expect((await view(ctx))?.description).toBe('a b');
    expect(await view(ctx)).toEqual(there.row(T));
  });

  it('[H20] what was acknowledged under a later version than its row has is not applied to that row again', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { title: 'milk' }));
    await pull(ctx, there);
    await rename(ctx, 'milk', 'milk bread', 1);
    const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    const answer = there.push(
      device.id,
      position.cursor,
      entries.map((entry) => entry.mutation),
    );
    // Its question got a version too, and lies on the next page; somebody put another word in its place.
    const [result] = answer.results;
    const row = { ...server(1, { title: 'milk butter' }), version: 2 };
    await take(ctx, position, {
      ...answer,
      results: result ? [{ ...result, version: 3 }] : [],
      changes: [{ entity: 'task', row }],
      cursor: '2.2',
      version: 3,
      more: true,
    });
    expect((await view(ctx))?.title).toBe('milk butter');
  });

  it('[H20] [PU3] what the server has answered under its number is in its rows, with or without a result', async () => {
    const titleAfter = async (results: SyncResponse['results']): Promise<unknown> => {
      const [ctx, there] = [testContext(), createMiniServer()];
      there.put('task', server(1, { title: 'milk' }));
      await pull(ctx, there);
      await rename(ctx, 'milk', 'milk bread', 1);
      const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
      // Its answer is lost; somebody put another word in its place.
      there.push(
        device.id,
        position.cursor,
        entries.map((entry) => entry.mutation),
      );
      there.put('task', { ...server(1, { title: 'milk butter' }), version: 3 });
      await take(ctx, position, { ...there.pull(device.id, position.cursor), results }, NOW, device.id);
      return (await view(ctx))?.title;
    };
    // A pull does not tell the result of what had come under an earlier device id.
    expect(await titleAfter([])).toBe('milk butter');
    // Another mutation had that number: the profile was copied, and this one is still to be sent.
    const other = { id: uuidOf(77), seq: 1, outcome: 'applied', duplicate: false, version: 2 } as const;
    expect(await titleAfter([other])).toBe('milk butter bread');
  });

  it('[H20] [PL4] after a reset, what goes out again is not applied to rows that hold it', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { title: 'milk' }));
    await pull(ctx, there);
    await rename(ctx, 'milk', 'milk bread', 1);
    await push(ctx, there);
    const position = await standing(ctx);
    const answer = there.pull('x', null, 1000);
    const row = { ...server(1, { title: 'milk butter' }), version: 4 };
    await take(ctx, position, { ...answer, changes: [{ entity: 'task', row }], version: 4, reset: true });
    expect(await all(ctx.store)).toMatchObject({ outbox: [{ again: 2 }], acked: [] });
    expect((await view(ctx))?.title).toBe('milk butter');
    // Of a history that is not so far, the row does not hold it.
    const lost = { ...server(1, { title: 'milk' }), version: 1 };
    await take(ctx, await standing(ctx), {
      ...answer,
      changes: [{ entity: 'task', row: lost }],
      version: 1,
      reset: true,
    });
    expect((await view(ctx))?.title).toBe('milk bread');
  });

  it('[H20] [PL4] what goes out again is not put on rows that hold it, when its result comes before them', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { title: 'milk' }));
    await pull(ctx, there);
    await rename(ctx, 'milk', 'milk bread', 1);
    await push(ctx, there);
    there.put('task', { ...server(1, { title: 'bread' }), version: 3 });
    await pull(ctx, there);
    // The rows are asked for anew, and an older question is answered first.
    const asked = await standing(ctx);
    await startOver(ctx.store, WORKSPACE, NOW);
    const [entry] = (await all(ctx.store)).outbox;
    const { device } = await deviceStanding(ctx.store, WORKSPACE, ctx);
    const late = there.push(device.id, asked.cursor, entry ? [entry.mutation] : []);
    await take(ctx, asked, late, NOW, device.id);
    expect((await all(ctx.store)).acked).toMatchObject([{ passed: 0, held: [expect.any(String)] }]);
    expect((await view(ctx))?.title).toBe('bread');
  });

  it('[PU2] [CL2] a pull does not settle what was folded: a copy of the profile may have sent it as it was before', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { title: 'milk' }));
    await pull(ctx, there);
    await rename(ctx, 'milk', 'milk bread', 1);
    const copy = (await all(ctx.store)).outbox.map(({ mutation }) => mutation);
    await rename(ctx, 'milk bread', 'milk bread eggs', 1);
    const { device, position } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    const { results } = there.push(device.id, position.cursor, copy);
    const told = (pulled: true | undefined) => {
      const sentFrom = { ...position, deviceId: device.id, ...(pulled ? { pulled } : {}) };
      const response = { ...there.pull(device.id, position.cursor), results };
      return receive({ ...ctx, workspaceId: WORKSPACE, sentFrom, response, now: NOW });
    };
    await told(true);
    expect((await all(ctx.store)).outbox).toHaveLength(1);
    await told(undefined);
    expect((await all(ctx.store)).outbox).toHaveLength(0);
  });

  it('[CL4] [H01] only a result takes an entry out of the outbox; a second one does nothing', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    await add(ctx);
    const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    const mutations = entries.map((entry) => entry.mutation);
    const first = there.push(device.id, position.cursor, mutations);
    // The answer was lost: everything waits as before.
    expect((await all(ctx.store)).outbox).toHaveLength(1);
    const again = there.push(device.id, position.cursor, mutations);
    expect(again.results[0]?.duplicate).toBe(true);
    expect(await take(ctx, position, again)).toMatchObject({ settled: 1, waiting: 0 });
    expect(await take(ctx, position, first)).toMatchObject({ settled: 0, waiting: 0 });
    expect((await all(ctx.store)).acked).toHaveLength(1);
    expect(there.rows()).toHaveLength(1);
  });

  it('[CL5] [H06] a refused change goes back to confirmed and to *needs you*, in one transaction', async () => {
    const there = createMiniServer((mutation) => (mutation.name === 'task.rename' ? 'forbidden' : undefined));
    const ctx = testContext();
    there.put('task', server(1, { title: 'Pay' }));
    await pull(ctx, there);
    await rename(ctx, 'Pay', 'Pay rent', 1);
    expect(await push(ctx, there)).toMatchObject({ settled: 1, rejected: 1, waiting: 0 });
    expect((await view(ctx))?.title).toBe('Pay');
    const after = await all(ctx.store);
    expect(after).toMatchObject({ outbox: [], pending: [] });
    expect(after.rejected[0]).toMatchObject({ code: 'forbidden', rejectedAt: NOW });
    expect(after.rejected[0]?.mutation.ops[0]?.changes.title?.to).toBe('Pay rent');
  });

  it('[CL5] [H11] a refused creation is gone from the view, and what hung on it keeps its words', async () => {
    const there = createMiniServer((mutation) => (mutation.name === 'task.add' ? 'limit' : undefined));
    const ctx = testContext();
    await add(ctx);
    await freezeHead(ctx.store, WORKSPACE, 100, ctx);
    await rename(ctx, 'Pay', 'Pay rent', 0);
    await push(ctx, there);
    expect(await view(ctx)).toBeUndefined();
    const { rejected, pending, outbox } = await all(ctx.store);
    expect(rejected.map((entry) => entry.code).sort()).toEqual(['limit', 'not_found']);
    expect([pending, outbox]).toEqual([[], []]);
  });

  it('[PU6] retry leaves the entry where it is and counts', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    await add(ctx);
    const position = await standing(ctx);
    const [entry] = (await all(ctx.store)).outbox;
    const result = {
      id: entry?.mutation.id ?? '',
      seq: 1,
      outcome: 'retry',
      duplicate: false,
      version: null,
    } as const;
    const answer = { ...there.pull(uuidOf(7), null), results: [result] };
    await take(ctx, position, answer, NOW);
    await take(ctx, position, answer, NOW + 5);
    expect((await all(ctx.store)).outbox[0]).toMatchObject({ tries: 2, firstTryAt: NOW, seq: 1 });
  });

  it('[PU9] a held change is arrived: it stays in the view until the row that shows it comes, then stands there', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    await add(ctx);
    const position = await standing(ctx);
    const [entry] = (await all(ctx.store)).outbox;
    const result = {
      id: entry?.mutation.id ?? '',
      seq: 1,
      outcome: 'held',
      duplicate: false,
      version: 3,
      holdId: uuidOf(0x77),
    } as const;
    const page = there.pull(uuidOf(7), null);
    await take(ctx, position, { ...page, results: [result] });
    expect(await view(ctx)).toBeDefined();
    const { outbox, rejected } = await all(ctx.store);
    expect([outbox, rejected]).toEqual([[], []]);
    await take(ctx, await standing(ctx), { ...page, version: 3, cursor: '3.a' });
    expect(await view(ctx)).toBeUndefined();
  });
});

describe('pages', () => {
  it('[PL2] [H17] a row that does not parse refuses rows and cursor; results are taken all the same', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    await add(ctx);
    const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    const answer = there.push(
      device.id,
      position.cursor,
      entries.map((entry) => entry.mutation),
    );
    const broken = { entity: 'task', row: { ...server(2), version: 9, title: 7 } as unknown as Row };
    const received = await take(ctx, position, { ...answer, changes: [...answer.changes, broken] });
    expect(received).toMatchObject({
      settled: 1,
      moved: false,
      refusedRows: [{ entity: 'task', field: 'title' }],
    });
    expect(await standing(ctx)).toEqual(position);
    expect((await all(ctx.store)).outbox).toEqual([]);
    expect((await view(ctx))?.title).toBe('Pay');
    expect(await view(ctx, uuidOf(2))).toBeUndefined();
  });

  it('[PL2] rows of another workspace are refused', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { workspaceId: uuidOf(0xee) }));
    expect((await pull(ctx, there)).refusedRows).toEqual([{ entity: 'task', field: 'workspaceId' }]);
  });

  it('[PL2] rows of an unknown entity are kept raw', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('gadget', { ...server(1), shape: 'round' } as unknown as Row);
    await pull(ctx, there);
    expect(await ctx.look((tx) => tx.row('gadget', WORKSPACE, T))).toMatchObject({ shape: 'round' });
  });

  it('[PL5] unknown fields and words of a newer server are kept and shown as they are', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', { ...server(1), status: 'dreaming', mood: { is: ['good'] } } as unknown as Row);
    await pull(ctx, there);
    expect(await view(ctx)).toMatchObject({ status: 'dreaming', mood: { is: ['good'] } });
    await rename(ctx, 'Task 1', 'Task one', 1);
    const [entry] = (await all(ctx.store)).outbox;
    expect(Object.keys(entry?.mutation.ops[0]?.changes ?? {})).toEqual(['title']);
    await push(ctx, there);
    expect(await view(ctx)).toMatchObject({ title: 'Task one', status: 'dreaming', mood: { is: ['good'] } });
  });

  it('[H19] an answer to an older cursor, or to an older walk, is dropped; its results are not', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1));
    const before = await standing(ctx);
    const stale = there.pull(uuidOf(7), null);
    await pull(ctx, there);
    there.put('task', server(1, { title: 'Newer' }));
    await pull(ctx, there);
    expect(await take(ctx, before, stale)).toMatchObject({ moved: false });
    expect((await view(ctx))?.title).toBe('Newer');

    const early = await standing(ctx);
    const late = there.pull(uuidOf(7), early.cursor);
    await startOver(ctx.store, WORKSPACE, NOW);
    expect(await take(ctx, { ...early, cursor: null }, late)).toMatchObject({ moved: false });
    expect((await standing(ctx)).cursor).toBeNull();
  });

  it('[PL1] [H18] pages join to what the server has', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    for (let n = 1; n <= 25; n += 1) there.put('task', server(n));
    for (let page = 0; page < 3; page += 1) await pull(ctx, there, 10);
    expect(await ctx.look((tx) => tx.rows('task', WORKSPACE))).toHaveLength(25);
    expect(await standing(ctx)).toMatchObject({ version: 25, completeAt: NOW, walk: null });
  });
});

/** A device whose one sent task a server lost: it was restored from before, and has another instead. */
async function sentThenRestored() {
  const [ctx, there] = [testContext(), createMiniServer()];
  const restore = there.save();
  await add(ctx);
  await push(ctx, there);
  restore();
  there.put('task', server(8));
  return [ctx, there] as const;
}

describe('walks', () => {
  it('[PL4] [H25] a restored server: rows that it lost go, what was acknowledged lately goes out again', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(5));
    const restore = there.save();
    await add(ctx);
    await push(ctx, there);
    there.put('task', server(6));
    await pull(ctx, there);
    expect(await view(ctx, uuidOf(6))).toBeDefined();
    restore();
    // Another history with the same numbers.
    there.put('task', server(8));
    there.put('task', server(9));
    const reset = await pull(ctx, there);
    // Task 6, and the confirmed row of the one that goes out again.
    expect(reset.dropped).toBe(2);
    expect(await view(ctx, uuidOf(6))).toBeUndefined();
    expect((await view(ctx))?.title).toBe('Pay');
    expect((await all(ctx.store)).outbox.map((entry) => entry.mutation.name)).toEqual(['task.add']);
    await push(ctx, there);
    expect(there.row(T)?.title).toBe('Pay');
    expect(await view(ctx)).toEqual(there.row(T));
  });

  it('[PL4] [H25] closed for weeks, restored meanwhile: lately is before the last answer, not before today', async () => {
    const [ctx, there] = await sentThenRestored();
    await pull(ctx, there, 1000, NOW + 21 * DAY);
    expect((await all(ctx.store)).outbox.map((entry) => entry.mutation.name)).toEqual(['task.add']);
    await push(ctx, there);
    expect(there.row(T)?.title).toBe('Pay');
  });

  it('[PU2] [PL4] closed for longer than a server knows a mutation again: it would be done once more, so it is not sent', async () => {
    const [ctx, there] = await sentThenRestored();
    await pull(ctx, there, 1000, NOW + 401 * DAY);
    expect((await all(ctx.store)).outbox).toEqual([]);
  });

  it('[PL4] a page was refused, then weeks passed: what no page has brought goes out again however old it is', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(5));
    await pull(ctx, there);
    const restore = there.save();
    await add(ctx);
    const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    const mutations = entries.map((entry) => entry.mutation);
    const refused = { entity: 'task', row: { ...server(6), title: 6 } };
    const { cursor } = position;
    await take(ctx, position, { ...there.push(device.id, cursor, mutations), changes: [refused] });
    restore();
    // The cursor never left what was restored: nothing says reset.
    await pull(ctx, there, 1000, NOW + 21 * DAY);
    await startOver(ctx.store, WORKSPACE, NOW + 21 * DAY);
    expect((await all(ctx.store)).outbox.map((entry) => entry.mutation.name)).toEqual(['task.add']);
  });

  it('[PL4] what a history held that still answered a week later is not sent again', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    const restore = there.save();
    await add(ctx);
    await push(ctx, there);
    there.put('task', server(6));
    await pull(ctx, there, 1000, NOW + 8 * DAY);
    expect((await all(ctx.store)).acked).toEqual([]);
    restore();
    there.put('task', server(8));
    await pull(ctx, there, 1000, NOW + 8 * DAY);
    expect((await all(ctx.store)).outbox).toEqual([]);
  });

  it('[PU3] [PL4] [H25] numbered anew for another workspace: what no page has brought goes out again', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    const restore = there.save();
    await add(ctx);
    const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    const mutations = entries.map((entry) => entry.mutation);
    // A page of an older question: only its results are taken.
    const older = { ...position, generation: position.generation - 1 };
    await take(ctx, older, there.push(device.id, position.cursor, mutations));
    expect((await all(ctx.store)).outbox).toEqual([]);
    restore();
    await renumber(ctx.store, ctx);
    expect((await view(ctx))?.title).toBe('Pay');
    expect((await all(ctx.store)).outbox.map((entry) => [entry.seq, entry.mutation.id])).toEqual(
      mutations.map(({ id }) => [1, id]),
    );
    await push(ctx, there);
    expect(there.row(T)?.title).toBe('Pay');
    expect(await view(ctx)).toEqual(there.row(T));
    expect((await all(ctx.store)).pending).toEqual([]);
  });

  it('[PU3] [PL4] a server that misses numbers has lost what it acknowledged: that goes out again, and first', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { title: 'milk' }));
    await pull(ctx, there);
    await rename(ctx, 'milk', 'milk bread', 1);
    await push(ctx, there);
    await rename(ctx, 'milk bread', 'milk bread eggs', 2);
    const core = createSyncCore({ ...ctx, now: () => NOW, reportRefused: () => undefined });
    await core.renumber(WORKSPACE, true);
    const titles = (await all(ctx.store)).outbox.map((entry) => entry.mutation.ops[0]?.changes.title?.to);
    expect(titles).toEqual(['milk bread', 'milk bread eggs']);
    expect((await standing(ctx)).walk).not.toBeNull();
    expect((await view(ctx))?.title).toBe('milk bread eggs');
  });

  it('[PL4] [H25] restored while a walk went on, with no cursor to tell: what was acknowledged meanwhile goes again', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    await add(ctx);
    const restore = there.save();
    const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    const mutations = entries.map((entry) => entry.mutation);
    const late = there.push(device.id, position.cursor, mutations);
    await startOver(ctx.store, WORKSPACE, ctx.now());
    await take(ctx, position, late, ctx.now());
    expect((await all(ctx.store)).outbox).toEqual([]);
    restore();
    await pull(ctx, there);
    expect((await all(ctx.store)).outbox.map((entry) => entry.mutation.id)).toEqual(
      mutations.map(({ id }) => id),
    );
    await push(ctx, there);
    expect(there.row(T)?.title).toBe('Pay');
    expect(await view(ctx)).toEqual(there.row(T));
  });

  it('[PL4] the outbox stays, and what was made here and not sent is not dropped [H13]', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(5));
    await pull(ctx, there);
    await add(ctx);
    await startOver(ctx.store, WORKSPACE, NOW);
    await pull(ctx, there);
    expect((await view(ctx))?.title).toBe('Pay');
    expect((await all(ctx.store)).outbox).toHaveLength(1);
  });

  it('[PL4] goes on where it was after a reload, and drops only at its end [H26]', async () => {
    const store = inOneBreath(createMemoryStore());
    const [ctx, there] = [testContext(store), createMiniServer()];
    for (let n = 1; n <= 12; n += 1) there.put('task', server(n));
    await pull(ctx, there);
    there.lose(uuidOf(3));
    await startOver(store, WORKSPACE, NOW);
    await pull(ctx, there, 5);
    expect(await view(ctx, uuidOf(3))).toBeDefined();
    const reloaded = testContext(store, 2);
    await pull(reloaded, there, 5);
    expect(await view(ctx, uuidOf(3))).toBeDefined();
    expect((await pull(reloaded, there, 5)).dropped).toBe(1);
    expect(await view(ctx, uuidOf(3))).toBeUndefined();
    expect(await ctx.look((tx) => tx.metaKeys(META.walkPages(WORKSPACE)))).toEqual([]);
  });

  it('[PL4] [H26] before many rows go, a copy is kept', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    for (let n = 1; n <= 4; n += 1) there.put('task', server(n));
    await pull(ctx, there);
    for (const n of [1, 2, 3]) there.lose(uuidOf(n));
    await startOver(ctx.store, WORKSPACE, NOW);
    await pull(ctx, there);
    const [key] = await ctx.look((tx) => tx.metaKeys(META.keptAll(WORKSPACE)));
    const kept = (await ctx.look((tx) => tx.meta(key ?? ''))) as unknown as readonly { row: Row }[];
    expect(kept.map(({ row }) => row.title).sort()).toEqual(['Task 1', 'Task 2', 'Task 3']);
  });

  it('[PL3] absence never means deletion: an empty page drops nothing', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1));
    await pull(ctx, there);
    const position = await standing(ctx);
    await take(ctx, position, { ...there.pull(uuidOf(7), position.cursor), changes: [] });
    expect(await view(ctx)).toBeDefined();
  });
});

describe('undo of a sent change', () => {
  it('[PU8] goes out as a mutation of its own', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    await add(ctx);
    await push(ctx, there);
    const row = await view(ctx);
    const done = (await rename(ctx, 'Pay', 'Pay rent', row?.version ?? 0)) as Saved;
    await push(ctx, there);
    await mutate(ctx, { workspaceId: WORKSPACE, name: 'change.undo', ops: done.undo });
    await push(ctx, there);
    expect(there.row(T)?.title).toBe('Pay');
    expect(await view(ctx)).toEqual(there.row(T));
  });
});
