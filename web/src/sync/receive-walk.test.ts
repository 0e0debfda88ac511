import type { Row } from '@holdfast/shared/entities/define-entity';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../db/memory-store';
import { META } from '../db/meta';
import { createMiniServer } from '../testing/mini-server';
import { inOneBreath } from '../testing/one-breath';
import {
  add,
  all,
  DAY,
  NOW,
  pull,
  push,
  rename,
  server,
  standing,
  T,
  take,
  view,
} from '../testing/receiving';
import { testContext } from '../testing/write-context';
import { createSyncCore } from './engine-core';
import { freezeHead } from './freeze';
import { startOver } from './receive-walk';
import { renumber } from './renumber';

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

describe('a walk', () => {
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
    await pull(ctx, there);
    const shown = await ctx.look((tx) => tx.rowIds('task', WORKSPACE));
    expect(shown.toSorted()).toEqual([1, 5, 8, 9].map(uuidOf));
    // Of what goes out again the new history has no row.
    expect(await ctx.look((tx) => tx.confirmed('task', WORKSPACE, T))).toBeNull();
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
    await pull(reloaded, there, 5);
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
});
