import type { Row } from '@holdfast/shared/entities/define-entity';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { createMiniServer } from '../testing/mini-server';
import { add, all, NOW, pull, push, rename, server, standing, T, take, view } from '../testing/receiving';
import { testContext } from '../testing/write-context';
import { freezeHead } from './freeze';
import { startOver } from './receive-walk';

describe('a page of rows', () => {
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

  it('[PL3] absence never means deletion: an empty page drops nothing', async () => {
    const [ctx, there] = [testContext(), createMiniServer()];
    there.put('task', server(1));
    await pull(ctx, there);
    const position = await standing(ctx);
    await take(ctx, position, { ...there.pull(uuidOf(7), position.cursor), changes: [] });
    expect(await view(ctx)).toBeDefined();
  });
});
