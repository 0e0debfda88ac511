import type { Row } from '@holdfast/shared/entities/define-entity';
import { task } from '@holdfast/shared/entities/task';
import { newId } from '@holdfast/shared/sync/ids';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { type TestContext, testContext } from '../testing/write-context';
import { oneTap } from './context';
import { turnDone, turnLast } from './done';
import type { OpIntent } from './intent';
import { START, writePosition } from './meta';
import { mutate } from './mutate';
import { DONE_KEPT } from './prune-done';
import { SAMPLE } from './sample';
import type { Saved, WriteResult } from './write-result';

const T = uuidOf(1);
const patch = (field: string, from: string | number | null, to: string | number | null): OpIntent => ({
  op: 'patch',
  entity: 'task',
  id: T,
  base: 7,
  changes: { [field]: { from, to } },
});
const write = (ctx: TestContext, name: string, ...ops: OpIntent[]) =>
  mutate(ctx, { workspaceId: WORKSPACE, name, ops });
const saved = (result: WriteResult): Saved => {
  expect(result).toMatchObject({ kind: 'saved' });
  return result as Saved;
};
const row = (ctx: TestContext, id = T) => ctx.look((tx) => tx.row('task', WORKSPACE, id));
const done = (ctx: TestContext) => ctx.look((tx) => tx.done(WORKSPACE));

/** A row as the server has it, nothing pending. */
const pulled = (ctx: TestContext, values: Partial<Row> = {}) =>
  ctx.store.transaction('relaxed', async (tx) => {
    await tx.putRow('task', build(task, { id: T, title: 'Pay', version: 7, ...values }));
    await writePosition(tx, WORKSPACE, { ...START, cursor: '7.ab', version: 7 });
  });
const undoLast = (ctx: TestContext) => turnLast(ctx, WORKSPACE, 'undone');
const redoLast = (ctx: TestContext) => turnLast(ctx, WORKSPACE, 'stands');

describe('what was done here', () => {
  it('[CL1] is kept with its way back in the transaction that did it', async () => {
    const ctx = testContext();
    await pulled(ctx);
    const { doneId, mutationId } = saved(await write(ctx, 'task.complete', patch('status', 'todo', 'done')));
    expect(await done(ctx)).toMatchObject([
      {
        id: doneId,
        name: 'task.complete',
        state: 'stands',
        mutationId,
        turn: [{ op: 'patch', guard: true, changes: { status: { from: 'done', to: 'todo' } } }],
      },
    ]);
  });

  it('is what the person did: the sample that the app made is theirs, but no deed of theirs', async () => {
    const ctx = testContext();
    await pulled(ctx);
    saved(await write(ctx, SAMPLE, patch('title', 'Pay', 'Try this')));
    expect(await done(ctx)).toEqual([]);
    expect(await undoLast(ctx)).toEqual({ kind: 'nothing' });
  });

  it('[PU8] goes back and forth by key, the last first; a new thing ends what can be done again', async () => {
    const ctx = testContext();
    await pulled(ctx);
    await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent'));
    await write(ctx, 'task.set_priority', patch('priority', 2, 4));
    const shown = async () => {
      const { title, priority } = (await row(ctx)) as Row & { title: string; priority: number };
      return [title, priority];
    };
    expect(await undoLast(ctx)).toMatchObject({ kind: 'turned', to: 'undone', changed: 1, left: [] });
    expect(await shown()).toEqual(['Pay rent', 2]);
    await undoLast(ctx);
    expect(await shown()).toEqual(['Pay', 2]);
    expect(await undoLast(ctx)).toEqual({ kind: 'nothing' });
    await redoLast(ctx);
    expect(await shown()).toEqual(['Pay rent', 2]);
    await redoLast(ctx);
    expect(await shown()).toEqual(['Pay rent', 4]);
    await undoLast(ctx);
    await write(ctx, 'task.describe', patch('description', '', 'by card'));
    expect(await redoLast(ctx)).toEqual({ kind: 'nothing' });
    // From the list it can still be done again.
    const undone = (await done(ctx)).filter((entry) => entry.state === 'undone');
    await turnDone(
      ctx,
      undone.map(({ id }) => id),
      'stands',
    );
    expect(await shown()).toEqual(['Pay rent', 4]);
  });

  it('[CL2] [PU8] taken back before it is sent, a change says nothing that could meet somebody else’s', async () => {
    const ctx = testContext();
    await pulled(ctx);
    await write(ctx, 'task.complete', patch('status', 'todo', 'done'));
    await undoLast(ctx);
    const outbox = () => ctx.look((tx) => tx.outbox());
    expect(await outbox()).toEqual([]);
    await redoLast(ctx);
    expect(await row(ctx)).toMatchObject({ status: 'done' });
    // Under way it is never touched: undo goes behind it.
    await ctx.store.transaction('strict', async (tx) => {
      for (const entry of await tx.outbox()) await tx.putOutbox({ ...entry, frozen: 1 });
    });
    const before = (await outbox()).length;
    await undoLast(ctx);
    expect(await outbox()).toHaveLength(before + 1);
    expect(await row(ctx)).toMatchObject({ status: 'todo' });
  });

  it('[PU8] one tap is one undo, whatever it wrote', async () => {
    const ctx = testContext();
    const tap = oneTap(ctx);
    for (const title of ['one', 'two'])
      saved(
        await mutate(tap, {
          workspaceId: WORKSPACE,
          name: 'task.add',
          ops: [{ op: 'create', entity: 'task', id: newId(ctx), values: { title, position: 'a0' } }],
        }),
      );
    expect(await undoLast(ctx)).toMatchObject({ changed: 2 });
    const rows = await ctx.look((tx) => tx.rows('task', WORKSPACE));
    expect(rows.map((one) => one.deletedAt !== null)).toEqual([true, true]);
  });

  it('[PU8] what was changed since stays, and is named with whose change it was', async () => {
    const ctx = testContext();
    await pulled(ctx);
    const both: OpIntent = {
      op: 'patch',
      entity: 'task',
      id: T,
      base: 7,
      changes: { title: { from: 'Pay', to: 'Pay rent' }, dueOn: { from: null, to: '2026-03-12' } },
    };
    await write(ctx, 'task.edit', both);
    await pulled(ctx, {
      title: 'Pay the rent',
      dueOn: '2026-03-12',
      version: 9,
      stamps: { _: [1, 1, uuidOf(9)], title: [9, 5, uuidOf(9)] },
    });
    expect(await undoLast(ctx)).toMatchObject({
      changed: 1,
      left: [{ entity: 'task', rowId: T, field: 'title', byThisDevice: false }],
    });
    expect(await row(ctx)).toMatchObject({ title: 'Pay the rent', dueOn: null });
    // And forth again it touches only what it took back.
    await redoLast(ctx);
    expect(await row(ctx)).toMatchObject({ title: 'Pay the rent', dueOn: '2026-03-12' });
  });

  it('[PU8] one’s own later change stays, too, and the thing can be tried again', async () => {
    const ctx = testContext();
    await pulled(ctx);
    const first = saved(await write(ctx, 'task.complete', patch('status', 'todo', 'done')));
    saved(await write(ctx, 'task.set_status', patch('status', 'done', 'cancelled')));
    const woken = ctx.woken.length;
    expect(await turnDone(ctx, [first.doneId], 'undone')).toMatchObject({
      changed: 0,
      left: [{ field: 'status', byThisDevice: true }],
    });
    // Nothing was written: nobody is told that a change waits.
    expect(ctx.woken).toHaveLength(woken);
    expect(await row(ctx)).toMatchObject({ status: 'cancelled' });
    await undoLast(ctx);
    expect(await turnDone(ctx, [first.doneId], 'undone')).toMatchObject({ changed: 1, left: [] });
    expect(await row(ctx)).toMatchObject({ status: 'todo' });
  });

  it('[PU9] a deletion that is held by now is taken back from its hold, and can be done again', async () => {
    const ctx = testContext();
    await pulled(ctx);
    const before = await row(ctx);
    const deletion = saved(await write(ctx, 'task.delete', { op: 'delete', entity: 'task', id: T, base: 7 }));
    // Its hold has come: the row is shown as everybody sees it.
    await ctx.store.transaction('relaxed', async (tx) => {
      for (const { mutation, rows, seq } of await tx.outbox()) {
        const acked = { workspaceId: WORKSPACE, mutation, rows, version: 8, ackedAt: 1, outcome: 'held' };
        await tx.putAcked({ ...acked, passed: 1 });
        await tx.deleteOutbox(WORKSPACE, seq);
      }
      await tx.deleteConfirmed('task', WORKSPACE, T);
      if (before) await tx.putRow('task', before);
    });
    expect(await undoLast(ctx)).toMatchObject({ kind: 'turned', changed: 1, left: [] });
    expect(await ctx.look((tx) => tx.outbox())).toMatchObject([
      { mutation: { ops: [{ op: 'restore', id: T, after: deletion.mutationId }] } },
    ]);
    expect(await row(ctx)).toMatchObject({ deletedAt: null });
    expect(await done(ctx)).toMatchObject([{ state: 'undone' }]);
    expect(await redoLast(ctx)).toMatchObject({ changed: 1 });
    expect((await row(ctx))?.deletedAt).not.toBeNull();
  });

  it('[PU8] a creation that somebody else worked on stays', async () => {
    const ctx = testContext();
    const create: OpIntent = {
      op: 'create',
      entity: 'task',
      id: T,
      values: { title: 'Pay', position: 'a0' },
    };
    saved(await write(ctx, 'task.add', create));
    await ctx.store.transaction('relaxed', async (tx) => {
      for (const entry of await tx.outbox()) await tx.deleteOutbox(WORKSPACE, entry.seq);
      await tx.deleteConfirmed('task', WORKSPACE, T);
    });
    await pulled(ctx, { version: 9, stamps: { _: [8, 1, uuidOf(7)], title: [9, 5, uuidOf(9)] } });
    expect(await undoLast(ctx)).toMatchObject({ changed: 0, left: [{ field: 'deletedAt' }] });
    expect(await row(ctx)).toMatchObject({ deletedAt: null });
  });

  it('is kept for 30 days, 200 at most, and never for what cannot be taken back', async () => {
    const ctx = testContext();
    await pulled(ctx);
    let title = 'Pay';
    const rename = async (to: string) => {
      // Sent in between: nothing folds.
      await ctx.store.transaction('strict', async (tx) => {
        for (const entry of await tx.outbox()) await tx.putOutbox({ ...entry, frozen: 1 });
      });
      saved(await write(ctx, 'task.rename', patch('title', title, to)));
      title = to;
    };
    for (let n = 1; n <= 300; n++) await rename(`Pay ${n}`);
    expect(await done(ctx)).toHaveLength(DONE_KEPT.most);
    ctx.at(ctx.now() + DONE_KEPT.forMs + 1);
    for (let n = 301; n <= 350; n++) await rename(`Pay ${n}`);
    expect(await done(ctx)).toHaveLength(50);
  });
});
