import type { Row } from '@holdfast/shared/entities/define-entity';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { createMiniServer } from '../testing/mini-server';
import { all, push, rename } from '../testing/receiving';
import { type TestContext, testContext } from '../testing/write-context';
import type { OpIntent } from './intent';
import { type LocalStore, rowKey } from './local-store';
import { START, writePosition } from './meta';
import { mutate } from './mutate';
import type { Saved, WriteResult } from './write-result';

const T = uuidOf(1);
const create = (id = T, values = {}): OpIntent => ({
  op: 'create',
  entity: 'task',
  id,
  values: { title: 'Pay', position: 'a0', ...values },
});
const patch = (field: string, from: string | number, to: string | number, base = 0): OpIntent => ({
  op: 'patch',
  entity: 'task',
  id: T,
  base,
  changes: { [field]: { from, to } },
});
const write = (ctx: TestContext, name: string, ...ops: OpIntent[]) =>
  mutate(ctx, { workspaceId: WORKSPACE, name, ops });
const saved = (result: WriteResult): Saved => {
  expect(result).toMatchObject({ kind: 'saved' });
  return result as Saved;
};
const outbox = (ctx: TestContext) => ctx.look((tx) => tx.outbox());
const row = (ctx: TestContext, id = T) => ctx.look((tx) => tx.row('task', WORKSPACE, id));

/** A row as the server has it, nothing pending. */
const pulled = (ctx: TestContext, values: Partial<Row> = {}) =>
  ctx.store.transaction('relaxed', async (tx) => {
    await tx.putRow('task', build(task, { id: T, title: 'Pay', version: 7, ...values }));
    await writePosition(tx, WORKSPACE, { ...START, cursor: '7.ab', version: 7 });
  });
const freezeAll = (ctx: TestContext) =>
  ctx.store.transaction('strict', async (tx) => {
    for (const entry of await tx.outbox()) await tx.putOutbox({ ...entry, frozen: 1 });
  });

describe('the one write path', () => {
  it('[CL1] row, confirmed, outbox and seq come together, then the engine is woken', async () => {
    const ctx = testContext();
    const result = saved(await write(ctx, 'task.add', create()));
    expect(result.rows[0]).toMatchObject({ id: T, title: 'Pay', status: 'todo', version: 0 });
    expect(await row(ctx)).toEqual(result.rows[0]);
    expect(await ctx.look((tx) => tx.confirmed('task', WORKSPACE, T))).toBeNull();
    const [entry] = await outbox(ctx);
    expect(entry).toMatchObject({ seq: 1, frozen: 0, rows: [rowKey(WORKSPACE, 'task', T)], tries: 0 });
    expect(entry?.mutation).toMatchObject({ seq: 1, name: 'task.add', seen: null, schema: 1 });
    expect(ctx.woken).toEqual([WORKSPACE]);
  });

  it('[CL1] an editor that opened before a change of somebody else ends with both', async () => {
    const ctx = testContext();
    await pulled(ctx, {
      title: 'Pay rent today',
      version: 9,
      stamps: { _: [1, 1, uuidOf(9)], title: [9, 5, uuidOf(9)] },
    });
    const result = saved(await write(ctx, 'task.rename', patch('title', 'Pay rent', 'Always pay rent', 7)));
    expect(result.rows[0]?.title).toBe('Always pay rent today');
    expect((await outbox(ctx))[0]?.mutation.ops[0]).toMatchObject({
      base: 7,
      changes: { title: { from: 'Pay rent', to: 'Always pay rent' } },
    });
  });

  it('[CL1] says what was seen: the cursor held, and the confirmed row stays as the server sent it', async () => {
    const ctx = testContext();
    await pulled(ctx);
    saved(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent', 7)));
    expect((await outbox(ctx))[0]?.mutation.seen).toBe('7.ab');
    expect(await ctx.look((tx) => tx.confirmed('task', WORKSPACE, T))).toMatchObject({
      title: 'Pay',
      version: 7,
    });
    expect(await row(ctx)).toMatchObject({ title: 'Pay rent', version: 7 });
  });

  it('a mutation is all or nothing: an op that cannot be applied takes the others back', async () => {
    const ctx = testContext();
    const result = await write(ctx, 'task.add', create(), {
      op: 'delete',
      entity: 'task',
      id: uuidOf(2),
      base: 0,
    });
    expect(result).toMatchObject({ kind: 'refused', code: 'not_found' });
    expect(await outbox(ctx)).toEqual([]);
    expect(await row(ctx)).toBeUndefined();
    expect(ctx.woken).toEqual([]);
  });

  it('[H31] names the own mutation that it was made on', async () => {
    const ctx = testContext();
    const first = saved(await write(ctx, 'task.add', create()));
    await freezeAll(ctx);
    const second = saved(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent')));
    await freezeAll(ctx);
    saved(await write(ctx, 'task.complete', patch('status', 'todo', 'done')));
    const chain = (await outbox(ctx)).map((entry) => entry.mutation.ops[0]?.after);
    expect(chain).toEqual([null, first.mutationId, second.mutationId]);
  });

  it('[H31] from an editor that was open longer, an own edit since then is named, sent and passed as it is', async () => {
    const ctx = testContext();
    await pulled(ctx);
    const first = saved(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent', 7)));
    const [entry] = await outbox(ctx);
    await ctx.store.transaction('relaxed', async (tx) => {
      if (!entry) return;
      const { workspaceId, mutation, rows } = entry;
      await tx.deleteOutbox(workspaceId, entry.seq);
      await tx.putAcked({
        workspaceId,
        mutation,
        rows,
        version: 8,
        ackedAt: 1,
        outcome: 'applied',
        passed: 1,
      });
      await tx.deleteConfirmed('task', WORKSPACE, T);
    });
    await pulled(ctx, { title: 'Pay rent', version: 8 });
    saved(await write(ctx, 'task.describe', patch('description', '', 'By card', 7)));
    expect((await outbox(ctx))[0]?.mutation.ops[0]?.after).toBe(first.mutationId);
  });

  it('[PL4] [MG3] an editor that was open since before the server was restored has seen nothing of what came after', async () => {
    const ctx = testContext();
    // Its row stood at 40 in the history that is gone; on the restored server somebody else has blocked the task.
    await pulled(ctx, {
      status: 'blocked',
      version: 31,
      stamps: { _: [1, 1, uuidOf(9)], status: [31, 5, uuidOf(9)] },
    });
    const result = saved(await write(ctx, 'task.complete', patch('status', 'todo', 'done', 40)));
    expect(result.rows[0]?.status).toBe('blocked');
    expect((await outbox(ctx))[0]?.mutation).toMatchObject({ seen: '7.ab', ops: [{ base: 0, after: null }] });
  });

  it('[PL4] [H31] nor does it take its own edit after the restore for somebody else’s', async () => {
    const ctx = testContext();
    await pulled(ctx, { version: 31 });
    await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent', 40));
    const [first] = await outbox(ctx);
    if (!first) throw new Error('nothing was queued');
    await ctx.store.transaction('relaxed', async (tx) => {
      await tx.deleteOutbox(WORKSPACE, first.seq);
      const { workspaceId, mutation, rows } = first;
      const answered = { version: 32, ackedAt: 1, outcome: 'applied', passed: 1 } as const;
      await tx.putAcked({ workspaceId, mutation, rows, ...answered });
      await tx.deleteConfirmed('task', WORKSPACE, T);
    });
    await pulled(ctx, { title: 'Pay rent', version: 32 });
    saved(await write(ctx, 'task.rename', patch('title', 'Pay rent', 'Pay rents', 40)));
    expect((await outbox(ctx))[0]?.mutation.ops[0]).toMatchObject({ base: 0, after: first.mutation.id });
  });

  it("[H30] a device's clock never goes back", async () => {
    const ctx = testContext();
    ctx.at(2_000_000_000_000);
    saved(await write(ctx, 'task.add', create()));
    ctx.at(1_000_000_000_000);
    saved(await write(ctx, 'task.add', create(uuidOf(2))));
    const [first, second] = await outbox(ctx);
    expect(second?.mutation.at).toBeGreaterThanOrEqual(first?.mutation.at ?? 0);
  });

  it('writes nothing where nothing changes', async () => {
    const ctx = testContext();
    await pulled(ctx);
    expect(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay', 7))).toEqual({ kind: 'unchanged' });
    expect(await outbox(ctx)).toEqual([]);
  });

  it('[CL12] once what was written here has gone to an account, nothing is written here any more', async () => {
    const ctx = testContext();
    await ctx.store.transaction('strict', (tx) => tx.putMeta('moving', { accountId: 'x', workspaceId: 'y' }));
    expect(await write(ctx, 'task.add', create())).toMatchObject({ kind: 'refused', code: 'moved' });
  });
});

describe('folding', () => {
  it('[CL2] a further edit of the same field folds: first from, last to', async () => {
    const ctx = testContext();
    await pulled(ctx);
    saved(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent', 7)));
    saved(await write(ctx, 'task.rename', patch('title', 'Pay rent', 'Pay the rent', 7)));
    const entries = await outbox(ctx);
    expect(entries.map((entry) => entry.seq)).toEqual([1]);
    expect(entries[0]?.mutation.ops[0]?.changes).toEqual({ title: { from: 'Pay', to: 'Pay the rent' } });
  });

  it('[CL2] [MG8] a folded edit is as late as its last tap', async () => {
    const ctx = testContext();
    await pulled(ctx);
    const [ten, noon] = [1_800_000_000_000, 1_800_000_000_000 + 2 * 3_600_000];
    ctx.at(ten);
    saved(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent', 7)));
    ctx.at(noon);
    saved(await write(ctx, 'task.rename', patch('title', 'Pay rent', 'Pay the rent', 7)));
    expect((await outbox(ctx)).map((entry) => entry.mutation.at >= noon)).toEqual([true]);
  });

  it('[CL2] a frozen entry never changes: the edit is an entry of its own, from the value on screen', async () => {
    const ctx = testContext();
    await pulled(ctx);
    saved(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent', 7)));
    await freezeAll(ctx);
    const before = (await outbox(ctx))[0];
    saved(await write(ctx, 'task.rename', patch('title', 'Pay rent', 'Pay the rent', 7)));
    const entries = await outbox(ctx);
    expect(entries[0]).toEqual(before);
    expect(entries[1]?.mutation.ops[0]?.changes).toEqual({ title: { from: 'Pay rent', to: 'Pay the rent' } });
  });

  it('[CL2] does not fold into an entry made on an older confirmed row', async () => {
    const ctx = testContext();
    await pulled(ctx);
    saved(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent', 7)));
    // The row came anew from the server meanwhile.
    const confirmed = build(task, { id: T, title: 'Pay', version: 8 });
    await ctx.store.transaction('relaxed', (tx) => tx.putConfirmed('task', WORKSPACE, T, confirmed));
    saved(await write(ctx, 'task.rename', patch('title', 'Pay rent', 'Pay the rent', 8)));
    expect(await outbox(ctx)).toHaveLength(2);
  });

  it('[CL2] another field is an entry of its own; into a creation that waits it folds', async () => {
    const ctx = testContext();
    await pulled(ctx);
    saved(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent', 7)));
    saved(await write(ctx, 'task.set_priority', patch('priority', 2, 4, 7)));
    expect(await outbox(ctx)).toHaveLength(2);

    const fresh = testContext();
    saved(await write(fresh, 'task.add', create()));
    saved(await write(fresh, 'task.rename', patch('title', 'Pay', 'Pay rent')));
    saved(await write(fresh, 'task.set_priority', patch('priority', 2, 4)));
    const [entry, ...more] = await outbox(fresh);
    expect(more).toEqual([]);
    expect(entry?.mutation.ops[0]).toMatchObject({
      op: 'create',
      changes: { title: { from: null, to: 'Pay rent' }, priority: { from: null, to: 4 } },
    });
  });

  it('[CL2] a reference stays behind the creation of what it names', async () => {
    const ctx = testContext();
    saved(await write(ctx, 'task.add', create()));
    const project = {
      op: 'create',
      entity: 'project',
      id: uuidOf(5),
      values: { name: 'Home', position: 'a0' },
    } as const;
    saved(await write(ctx, 'project.add', project));
    const move: OpIntent = {
      ...patch('title', 'x', 'x'),
      op: 'patch',
      changes: { projectId: { from: null, to: uuidOf(5) } },
    } as OpIntent;
    saved(await write(ctx, 'task.move', move));
    expect((await outbox(ctx)).map((entry) => entry.mutation.name)).toEqual([
      'task.add',
      'project.add',
      'task.move',
    ]);
  });

  it('[CL2] an edit that goes back to where it was overwrites nobody', async () => {
    const ctx = testContext();
    await pulled(ctx);
    saved(await write(ctx, 'task.set_priority', patch('priority', 2, 4, 7)));
    saved(await write(ctx, 'task.set_priority', patch('priority', 4, 2, 7)));
    expect(await outbox(ctx)).toEqual([]);
    expect(await row(ctx)).toMatchObject({ priority: 2, stamps: {} });
    expect(await ctx.look((tx) => tx.pendingRows(WORKSPACE))).toEqual([]);
  });

  it('[CL2] [PU3] what came back to where it was leaves the queue without a gap', async () => {
    const ctx = testContext();
    await pulled(ctx);
    saved(await write(ctx, 'task.rename', patch('title', 'Pay', 'Pay rent', 7)));
    saved(await write(ctx, 'task.set_priority', patch('priority', 2, 4, 7)));
    saved(await write(ctx, 'task.add', create(uuidOf(2))));
    const [rename, prioritise] = await outbox(ctx);
    saved(await write(ctx, 'task.set_priority', patch('priority', 4, 2, 7)));
    saved(await write(ctx, 'task.schedule', patch('dueOn', '', '2026-03-01', 7)));
    const left = await outbox(ctx);
    expect(left.map((entry) => [entry.seq, entry.mutation.seq, entry.mutation.name])).toEqual([
      [1, 1, 'task.rename'],
      [2, 2, 'task.add'],
      [3, 3, 'task.schedule'],
    ]);
    expect(left[2]?.mutation.ops[0]?.after).toBe(rename?.mutation.id);
    expect(prioritise?.mutation.ops[0]?.after).toBe(rename?.mutation.id);
  });

  it('[CL2] [PU3] with something behind it on its way it goes out as it is', async () => {
    const ctx = testContext();
    await pulled(ctx);
    saved(await write(ctx, 'task.set_priority', patch('priority', 2, 4, 7)));
    saved(await write(ctx, 'task.add', create(uuidOf(2))));
    await ctx.store.transaction('strict', async (tx) => {
      const [, last] = await tx.outbox();
      if (last) await tx.putOutbox({ ...last, frozen: 1 });
    });
    saved(await write(ctx, 'task.set_priority', patch('priority', 4, 2, 7)));
    expect((await outbox(ctx)).map((entry) => [entry.seq, entry.mutation.ops[0]?.changes])).toMatchObject([
      [1, {}],
      [2, { title: { to: 'Pay' } }],
    ]);
  });

  it('[CL2] [MG2] into what was merged with an edit before it nothing folds: no word comes twice', async () => {
    const ctx = testContext();
    await pulled(ctx, { title: 'a b' });
    saved(await write(ctx, 'task.rename', patch('title', 'a b', 'c a b', 7)));
    await freezeAll(ctx);
    // An editor that was open since before that.
    saved(await write(ctx, 'task.edit', patch('title', 'a b', 'a b d', 7)));
    expect((await row(ctx))?.title).toBe('c a b d');
    saved(await write(ctx, 'task.edit', patch('title', 'c a b d', 'c a b', 7)));
    expect((await outbox(ctx)).map((entry) => entry.mutation.ops[0]?.changes.title)).toEqual([
      { from: 'a b', to: 'c a b' },
      { from: 'a b', to: 'a b d' },
      { from: 'c a b d', to: 'c a b' },
    ]);
  });
});

describe('what cannot be kept', () => {
  it('[WR5] [H38] NUL and lone surrogates go, everything else stays', async () => {
    const ctx = testContext();
    const title = `a\u0000b\uD83Dc👩‍👩‍👧\uDE00`;
    expect(saved(await write(ctx, 'task.add', create(T, { title }))).rows[0]?.title).toBe('abc👩‍👩‍👧');
  });

  it('[WR5] more than 900 KB is refused, and nothing is stored', async () => {
    const ctx = testContext();
    const comment = (n: number): OpIntent => ({
      op: 'create',
      entity: 'task',
      id: uuidOf(100 + n),
      values: { title: 'x', position: 'a0', description: 'é'.repeat(100_000) },
    });
    const result = await write(ctx, 'task.add', ...[1, 2, 3, 4, 5].map(comment));
    expect(result).toMatchObject({ kind: 'refused', code: 'too_large' });
    expect(await outbox(ctx)).toEqual([]);
    saved(await write(ctx, 'task.add', ...[1, 2, 3, 4].map(comment)));
  });

  it.each([
    ['title', { title: '' }],
    ['title', { title: 'x'.repeat(501) }],
    ['dueOn', { dueOn: '2026-02-30' }],
    ['description', { description: 'x'.repeat(100_001) }],
  ])(
    '[WR5] a value that the server would refuse is refused here, with its field: %s',
    async (field, values) => {
      const ctx = testContext();
      expect(await write(ctx, 'task.add', create(T, values))).toMatchObject({
        kind: 'refused',
        code: 'invalid',
        field,
      });
      expect(await outbox(ctx)).toEqual([]);
    },
  );

  it('[WR5] unknown fields and foreign entities are refused', async () => {
    const ctx = testContext();
    expect(await write(ctx, 'task.add', create(T, { shape: 'round' }))).toMatchObject({ kind: 'refused' });
    const member: OpIntent = { op: 'delete', entity: 'member', id: T, base: 0 };
    expect(await write(ctx, 'member.remove', member)).toMatchObject({ kind: 'refused' });
  });

  it('[CL1] [H40] stored, sent and answered before it is heard of here, it is stored once', async () => {
    const ctx = testContext();
    const there = createMiniServer();
    const { store } = ctx;
    const again: LocalStore = {
      async transaction(mode, work, scope) {
        // The connection died with the word that it was stored; another tab sent it before this one had a new one.
        await store.transaction(mode, work, scope);
        await push(ctx, there);
        return store.transaction(mode, work, scope);
      },
    };
    const late = { ...ctx, store: again };
    expect(await write(late, 'task.add', create())).toMatchObject({ kind: 'saved' });
    await rename(late, 'Pay', 'Pay rent', 0);
    expect(await all(store)).toMatchObject({ outbox: [], acked: [{}, {}], rejected: [] });
    expect(await row(ctx)).toMatchObject({ title: 'Pay rent' });
  });

  it('an id that exists is not made twice', async () => {
    const ctx = testContext();
    await pulled(ctx);
    expect(await write(ctx, 'task.add', create())).toMatchObject({ kind: 'refused', code: 'reused' });
  });
});

describe('undo', () => {
  it('[PU8] is a guarded inverse: what somebody changed since stays', async () => {
    const ctx = testContext();
    await pulled(ctx);
    const done = saved(await write(ctx, 'task.complete', patch('status', 'todo', 'done', 7)));
    expect(done.undo).toEqual([
      {
        op: 'patch',
        entity: 'task',
        id: T,
        base: 7,
        guard: true,
        changes: { status: { from: 'done', to: 'todo' } },
      },
    ]);
    const back = saved(await mutate(ctx, { workspaceId: WORKSPACE, name: 'change.undo', ops: done.undo }));
    expect(back.rows[0]).toMatchObject({ status: 'todo', completedAt: null });

    saved(await write(ctx, 'task.set_status', patch('status', 'todo', 'cancelled', 7)));
    const late = await mutate(ctx, { workspaceId: WORKSPACE, name: 'change.undo', ops: done.undo });
    expect(late).toEqual({ kind: 'unchanged', left: ['status'] });
    expect(await row(ctx)).toMatchObject({ status: 'cancelled' });
  });

  it('of a creation deletes it, of a deletion brings it back', async () => {
    const ctx = testContext();
    const made = saved(await write(ctx, 'task.add', create()));
    const gone = saved(await mutate(ctx, { workspaceId: WORKSPACE, name: 'change.undo', ops: made.undo }));
    expect(gone.rows[0]?.deletedAt).not.toBeNull();
    saved(await mutate(ctx, { workspaceId: WORKSPACE, name: 'change.undo', ops: gone.undo }));
    expect((await row(ctx))?.deletedAt).toBeNull();
  });
});
