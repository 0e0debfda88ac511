import type { Row } from '@holdfast/shared/entities/define-entity';
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { mutate } from '../db/mutate';
import type { Saved } from '../db/write-result';
import { createMiniServer } from '../testing/mini-server';
import { add, all, NOW, pull, push, rename, server, standing, T, take, view } from '../testing/receiving';
import { testContext } from '../testing/write-context';
import { standing as deviceStanding, freezeHead } from './freeze';
import { receive } from './receive';
import { startOver } from './receive-walk';

describe('what an answer settles, and the view after it', () => {
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

  it('[CL3] [H21] changed again by others, its row stands above the page: the own change stays until it comes', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1, { title: 'Pay' }));
    await pull(ctx, there);
    await rename(ctx, 'Pay', 'Pay rent', 1);
    const { device, position, entries } = await freezeHead(ctx.store, WORKSPACE, 10, ctx);
    const sent = entries.map((entry) => entry.mutation);
    const answer = there.push(device.id, position.cursor, sent);
    // The page that came with the result is refused.
    const broken = { entity: 'task', row: { ...server(3), version: 9, title: 7 } as unknown as Row };
    await take(ctx, position, { ...answer, changes: [...answer.changes, broken] });
    there.put('task', server(2));
    there.put('task', { ...there.row(T), dueOn: '2026-12-01' } as Row);
    expect(await pull(ctx, there, 1)).toMatchObject({ moved: true, complete: false });
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

  it('[PL4] what is written during a walk names the cursor before it: rows still stand as another history had them', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    const restore = there.save();
    for (const id of [2, 3, 1]) there.put('task', server(id));
    await pull(ctx, there);
    const before = await standing(ctx);
    restore();
    for (const id of [2, 3, 4, 1]) there.put('task', server(id, { title: `Task ${id} again` }));
    await pull(ctx, there, 1);
    expect(await view(ctx)).toMatchObject({ title: 'Task 1', version: 3 });
    await rename(ctx, 'Task 1', 'Pay', 3);
    // A second walk in the midst of the first changes nothing of that.
    await startOver(ctx.store, WORKSPACE, NOW);
    await add(ctx, uuidOf(5));
    for (let page = 0; page < 4; page += 1) await pull(ctx, there, 1);
    await add(ctx, uuidOf(6));
    const { cursor } = await standing(ctx);
    const seen = (await all(ctx.store)).outbox.map(({ mutation }) => mutation.seen);
    expect(seen).toEqual([before.cursor, before.cursor, cursor]);
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
    expect(await push(ctx, there)).toMatchObject({ settled: 1, waiting: 0 });
    expect((await view(ctx))?.title).toBe('Pay');
    const after = await all(ctx.store);
    expect(after).toMatchObject({ outbox: [], pending: [] });
    expect(after.rejected).toMatchObject([{ code: 'forbidden', rejectedAt: NOW }]);
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

  it('[PU9] [H21] a page with the row as it stands ends before what shows the hold: it stays deleted here until that comes', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1));
    await pull(ctx, there);
    await mutate(ctx, {
      workspaceId: WORKSPACE,
      name: 'task.delete',
      ops: [{ op: 'delete', entity: 'task', id: T, base: 1 }],
    });
    const position = await standing(ctx);
    const id = (await all(ctx.store)).outbox[0]?.mutation.id ?? '';
    // Somebody else renamed it, then the deletion was held: the head is the version of the row that shows that.
    there.put('task', server(1, { title: 'Renamed' }));
    const page = { ...there.pull(uuidOf(7), position.cursor), version: 3 };
    const held = { id, seq: 1, outcome: 'held', duplicate: false, version: 3, holdId: uuidOf(0x77) } as const;
    await take(ctx, position, { ...page, results: [held], more: true });
    expect(await view(ctx)).toMatchObject({ title: 'Renamed', deletedAt: expect.any(Number) });
    await take(ctx, await standing(ctx), { ...page, changes: [], cursor: '3.a' });
    expect(await view(ctx)).toMatchObject({ title: 'Renamed', deletedAt: null });
  });

  it.each([
    ['later', 2_000_000_000_000],
    ['at the same moment, as on a clock that was set back', 1_000_000_000_000],
  ])(
    '[PU3] [H21] a change whose result overtakes that of the one before it stays upon it: made %s',
    async (_, at) => {
      const [ctx, there] = [testContext(), createMiniServer()];
      await add(ctx);
      await freezeHead(ctx.store, WORKSPACE, 10, ctx);
      ctx.at(at);
      await rename(ctx, 'Pay', 'Pay rent', 0);
      const id = (await all(ctx.store)).outbox[1]?.mutation.id ?? '';
      // The creation was sent under an earlier device id: a pull tells nothing of it, and the row is on the next page.
      const result = { id, seq: 2, outcome: 'applied', duplicate: false, version: 3 } as const;
      const page = { ...there.pull(uuidOf(7), null), ack: 2, results: [result], version: 3, more: true };
      await take(ctx, await standing(ctx), page);
      expect((await view(ctx))?.title).toBe('Pay rent');
    },
  );

  it('[PU8] undo of a sent change goes out as a mutation of its own', async () => {
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
