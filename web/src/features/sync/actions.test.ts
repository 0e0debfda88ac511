import type { Conflict } from '@holdfast/shared/entities/conflict';
import { conflict as conflictEntity } from '@holdfast/shared/entities/conflict';
import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { type TestContext, testContext } from '../../testing/write-context';
import { editedKey, keepWhatStands, mineOf, takeMine, withEdits } from './actions';

const T = uuidOf(1);
const Q = uuidOf(2);

async function asked(values: Partial<Conflict>, row: Partial<Row> = {}): Promise<[TestContext, Conflict]> {
  const ctx = testContext();
  const question = build(conflictEntity as unknown as Entity, {
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
  }) as unknown as Conflict;
  const stored = build(task as unknown as Entity, { id: T, title: 'Mooring rope', ...row });
  await ctx.store.transaction('relaxed', async (tx) => {
    await tx.putRow('task', stored);
    await tx.putRow('conflict', question as unknown as Row);
  });
  return [ctx, question];
}
const title = (ctx: TestContext) => ctx.look(async (tx) => (await tx.row('task', WORKSPACE, T))?.title);
const state = (ctx: TestContext) => ctx.look(async (tx) => (await tx.row('conflict', WORKSPACE, Q))?.state);

describe('answering a question', () => {
  it('[MG10] keep what stands: settles it, and changes nothing else', async () => {
    const [ctx, conflict] = await asked({});
    expect((await keepWhatStands(ctx, WORKSPACE, { conflict, row: null })).kind).toBe('saved');
    expect([await title(ctx), await state(ctx)]).toEqual(['Mooring rope', 'settled']);
    const [entry] = await ctx.look((tx) => tx.outbox());
    expect(entry?.mutation.ops).toMatchObject([{ entity: 'conflict', guard: true }]);
  });

  it('[MG10] [PU8] take mine: one guarded mutation with both', async () => {
    const [ctx, conflict] = await asked({});
    const row = { version: 1, values: { title: 'Mooring rope' } };
    expect((await takeMine(ctx, WORKSPACE, { conflict, row })).kind).toBe('saved');
    expect([await title(ctx), await state(ctx)]).toEqual(['Floating rope', 'settled']);
    const outbox = await ctx.look((tx) => tx.outbox());
    expect(outbox).toHaveLength(1);
    expect(outbox[0]?.mutation.ops.every((op) => op.guard)).toBe(true);
  });

  it('[PU8] what changed since it was on screen is left alone, and named', async () => {
    const [ctx, conflict] = await asked({}, { title: 'Rope for the boat' });
    const row = { version: 1, values: { title: 'Mooring rope' } };
    expect(await takeMine(ctx, WORKSPACE, { conflict, row })).toMatchObject({ left: ['title'] });
    expect(await title(ctx)).toBe('Rope for the boat');
  });

  it('[MG9] an edit of a deleted task: bringing it back brings the edit', async () => {
    const edit = {
      field: 'deletedAt',
      base: { title: 'Rope' },
      mine: { title: 'Floating rope' },
      theirs: 5,
      result: null,
    };
    const [ctx, conflict] = await asked(edit, { title: 'Rope', deletedAt: 5 });
    const row = { version: 1, values: { title: 'Rope' } };
    expect((await takeMine(ctx, WORKSPACE, { conflict, row })).kind).toBe('saved');
    expect(await title(ctx)).toBe('Floating rope');
    expect(await ctx.look(async (tx) => (await tx.row('task', WORKSPACE, T))?.deletedAt)).toBeNull();
  });

  it('a row that is not on this device is said so, and nothing is settled', async () => {
    const [ctx, conflict] = await asked({});
    expect(await takeMine(ctx, WORKSPACE, { conflict, row: null })).toMatchObject({ kind: 'refused' });
    expect(await state(ctx)).toBe('open');
  });

  it('[MG9] mine is the whole edit where an edit met a deletion', async () => {
    const [, conflict] = await asked({ field: 'deletedAt', mine: { title: 'A', dueOn: null } });
    expect(mineOf(conflict)).toEqual({ title: 'A', dueOn: null });
  });
});

describe('other words for what was turned down', () => {
  it('[CL5] replaces the texts that were edited, and nothing else', () => {
    const edited = { [editedKey(T, 'title')]: 'Ring the office' };
    const common = { entity: 'task', id: T, after: null } as const;
    const mutation = {
      id: uuidOf(9),
      seq: 1,
      schema: 1,
      at: 0,
      seen: null,
      name: 'task.add',
      group: null,
      ops: [
        {
          ...common,
          op: 'create' as const,
          base: 0,
          guard: false,
          changes: { title: { from: null, to: 'Ring' }, position: { from: null, to: 'a0' } },
        },
        {
          ...common,
          op: 'patch' as const,
          base: 3,
          guard: false,
          changes: { dueOn: { from: null, to: '2026-11-22' } },
        },
      ],
    };
    expect(withEdits(mutation, edited)).toEqual([
      { op: 'create', entity: 'task', id: T, values: { title: 'Ring the office', position: 'a0' } },
      {
        op: 'patch',
        entity: 'task',
        id: T,
        base: 3,
        guard: false,
        changes: { dueOn: { from: null, to: '2026-11-22' } },
      },
    ]);
  });
});
