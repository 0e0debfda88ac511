import { type Conflict, conflict as conflictEntity } from '@holdfast/shared/entities/conflict';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { step } from '@holdfast/shared/entities/step';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { type TestContext, testContext } from '../../testing/write-context';
import { changesOf } from './choices';
import { reviewOf } from './review';
import type { Standing } from './row-names';
import { bringBack, keepBoth, keepWhatStands, saveResult } from './settle';

const T = uuidOf(1);
const Q = uuidOf(2);

async function asked(values: Partial<Conflict>, row: Partial<Row> = {}) {
  const ctx = testContext();
  const question = build(conflictEntity, {
    id: Q,
    entity: 'task',
    rowId: T,
    field: 'title',
    base: 'Rope',
    mine: 'Floating rope',
    theirs: 'Mooring rope',
    result: 'Mooring rope',
    state: 'open',
    forAccountId: ctx.accountId,
    ...values,
  });
  const stored = build(task, { id: T, title: 'Mooring rope', ...row });
  await ctx.store.transaction('relaxed', async (tx) => {
    await tx.putRow('task', stored);
    await tx.putRow('conflict', question);
  });
  const review = (seen: Row | null = stored) =>
    reviewOf([question as unknown as Conflict], seen as unknown as Standing | null, {
      me: ctx.accountId,
      deviceId: '',
      nameOf: () => null,
      today: '2026-11-21',
      moment: String,
    });
  return { ctx, review, stored };
}
const mine = { title: { taken: [0], edited: null } };
const title = (ctx: TestContext) => ctx.look(async (tx) => (await tx.row('task', WORKSPACE, T))?.title);
const state = (ctx: TestContext) => ctx.look(async (tx) => (await tx.row('conflict', WORKSPACE, Q))?.state);
const ops = (ctx: TestContext) =>
  ctx.look(async (tx) => (await tx.outbox()).flatMap((entry) => entry.mutation.ops));

describe('settling a question', () => {
  it('[MG10] keep what stands: settles it, and changes nothing else', async () => {
    const { ctx, review } = await asked({});
    expect((await keepWhatStands(ctx, review())).kind).toBe('saved');
    expect([await title(ctx), await state(ctx)]).toEqual(['Mooring rope', 'settled']);
    expect(await ops(ctx)).toMatchObject([{ entity: 'conflict', guard: true }]);
  });

  it('[MG10] [PU8] the result: one guarded mutation with both, without a connection', async () => {
    const { ctx, review } = await asked({});
    expect((await saveResult(ctx, review(), changesOf(review(), mine))).kind).toBe('saved');
    expect([await title(ctx), await state(ctx)]).toEqual(['Floating rope', 'settled']);
    expect(await ctx.look((tx) => tx.outbox())).toHaveLength(1);
    expect((await ops(ctx)).every((op) => op.guard)).toBe(true);
  });

  it('[PU8] what changed since it was on screen is left alone, and named', async () => {
    const { ctx, review, stored } = await asked({});
    const seen = review();
    await ctx.store.transaction('relaxed', (tx) =>
      tx.putRow('task', { ...stored, title: 'Rope for the boat' }),
    );
    expect(await saveResult(ctx, seen, changesOf(seen, mine))).toMatchObject({ left: ['title'] });
    expect(await title(ctx)).toBe('Rope for the boat');
  });

  it('[MG10] settled twice here: the second does nothing', async () => {
    const { ctx, review } = await asked({});
    const seen = review();
    await keepWhatStands(ctx, seen);
    expect(await keepWhatStands(ctx, seen)).toEqual({
      kind: 'unchanged',
      left: ['state'],
    });
  });

  it('[MG9] [H35] an edit of a deleted task: bringing it back brings the edit', async () => {
    const edit = {
      field: 'deletedAt',
      base: { title: 'Rope' },
      mine: { title: 'Floating rope' },
      theirs: 5,
      result: null,
    };
    const { ctx, review } = await asked(edit, { title: 'Rope', deletedAt: 5 });
    expect((await bringBack(ctx, review(), changesOf(review(), {}))).kind).toBe('saved');
    expect([await title(ctx), await state(ctx)]).toEqual(['Floating rope', 'settled']);
    expect(await ctx.look(async (tx) => (await tx.row('task', WORKSPACE, T))?.deletedAt)).toBeNull();
  });

  it('[MG10] keep both: a second task with the other version, all else alike', async () => {
    const { ctx, review } = await asked(
      {},
      { priority: 4, labels: [uuidOf(7)], description: 'For the pier' },
    );
    expect((await keepBoth(ctx, review())).kind).toBe('saved');
    expect([await title(ctx), await state(ctx)]).toEqual(['Mooring rope', 'settled']);
    const tasks = await ctx.look((tx) => tx.rows('task', WORKSPACE));
    expect(tasks.find((one) => one.id !== T)).toMatchObject({
      title: 'Floating rope',
      priority: 4,
      labels: [uuidOf(7)],
      description: 'For the pier',
      deletedAt: null,
    });
  });

  it('[MG10] keep both: the second task has a checklist like the first one’s, however long', async () => {
    const { ctx, review } = await asked({});
    const line = (n: number, more: Partial<Row> = {}) =>
      build(step, {
        id: uuidOf(100 + n),
        taskId: T,
        title: `Line ${n}`,
        position: `a${String(n).padStart(3, '0')}`,
        ...more,
      });
    await ctx.store.transaction('relaxed', async (tx) => {
      for (let n = 0; n < 120; n++) await tx.putRow('step', line(n, { doneAt: n === 3 ? 5 : null }));
      await tx.putRow('step', line(200, { deletedAt: 5 }));
    });
    const standing = (await ctx.look((tx) => tx.rows('step', WORKSPACE))).filter(
      (one) => one.taskId === T && one.deletedAt === null,
    );
    const read = { ...ctx.read, rows: (async () => standing) as never };
    expect((await keepBoth({ ...ctx, read }, review())).kind).toBe('saved');
    const second = (await ctx.look((tx) => tx.rows('task', WORKSPACE))).find((one) => one.id !== T);
    const all = await ctx.look((tx) => tx.rows('step', WORKSPACE));
    const lines = (taskId: string | undefined) =>
      all
        .filter((one) => one.taskId === taskId && one.deletedAt === null)
        .map(({ title, position, doneAt }) => [title, position, doneAt])
        .sort();
    expect(lines(second?.id)).toHaveLength(120);
    expect(lines(second?.id)).toEqual(lines(T));
    expect(await state(ctx)).toBe('settled');
    // One tap, one undo.
    const groups = await ctx.look(async (tx) => (await tx.outbox()).map((entry) => entry.mutation.group));
    expect(new Set(groups).size).toBe(1);
    expect(groups).toHaveLength(3);
  });

  it('a row that is not on this device is said so, and nothing is settled', async () => {
    const { ctx, review } = await asked({});
    for (const result of [
      await saveResult(ctx, review(null), {}),
      await bringBack(ctx, review(null), {}),
      await keepBoth(ctx, review(null)),
    ])
      expect(result).toMatchObject({ kind: 'refused', code: 'never_here' });
    expect(await state(ctx)).toBe('open');
  });
});
