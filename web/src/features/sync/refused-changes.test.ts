import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { mutate } from '../../db/mutate';
import { discardRejected, editRejected, retryRejected } from '../../db/rejected';
import { type TestContext, testContext } from '../../testing/write-context';

const P = uuidOf(1);
const T = uuidOf(2);

/** A project that was refused, and the task in it that went down with it. */
async function refused(ctx: TestContext): Promise<readonly [string, string]> {
  await mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'project.add',
    ops: [{ op: 'create', entity: 'project', id: P, values: { name: 'Boat', position: 'a0' } }],
  });
  await mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id: T, values: { title: 'Sand', position: 'a0', projectId: P } }],
  });
  return ctx.store.transaction('relaxed', async (tx) => {
    const entries = await tx.outbox();
    for (const { seq, mutation, rows } of entries) {
      await tx.deleteOutbox(WORKSPACE, seq);
      const [op] = mutation.ops;
      const parent =
        op?.entity === 'task' ? { code: 'parent_rejected' as const, rowId: P } : { code: 'limit' as const };
      await tx.putRejected({ workspaceId: WORKSPACE, mutation, rows, rejectedAt: 5, ...parent });
      await tx.deleteRow(op?.entity ?? '', WORKSPACE, op?.id ?? '');
      await tx.deleteConfirmed(op?.entity ?? '', WORKSPACE, op?.id ?? '');
    }
    const [first, second] = entries.map((entry) => entry.mutation.id);
    return [first ?? '', second ?? ''];
  });
}

describe('what needs its author', () => {
  it('[MG14] [CL5] Retry sends all of it again, in order, under new mutation ids', async () => {
    const ctx = testContext();
    const ids = await refused(ctx);
    ctx.woken.length = 0;
    expect((await retryRejected(ctx, ids)).kind).toBe('saved');
    const outbox = await ctx.look((tx) => tx.outbox());
    expect(outbox.map((entry) => entry.mutation.name)).toEqual(['project.add', 'task.add']);
    expect(outbox.some((entry) => ids.includes(entry.mutation.id))).toBe(false);
    expect(await ctx.look((tx) => tx.rejected(WORKSPACE))).toEqual([]);
    expect((await ctx.look((tx) => tx.row('task', WORKSPACE, T)))?.title).toBe('Sand');
    expect(ctx.woken).toEqual([WORKSPACE]);
  });

  it('[CL5] Edit sends something else in its place', async () => {
    const ctx = testContext();
    const ids = await refused(ctx);
    await editRejected(ctx, ids, [
      { op: 'create', entity: 'project', id: P, values: { name: 'The boat', position: 'a0' } },
    ]);
    expect((await ctx.look((tx) => tx.row('project', WORKSPACE, P)))?.name).toBe('The boat');
    expect(await ctx.look((tx) => tx.outboxCount())).toBe(2);
  });

  it('[CL5] what cannot be sent again stays where it is, with the reason in words', async () => {
    const ctx = testContext();
    const ids = await refused(ctx);
    const wrong = await editRejected(ctx, ids, [
      { op: 'create', entity: 'project', id: P, values: { name: '', position: 'a0' } },
    ]);
    expect(wrong).toMatchObject({ kind: 'refused', field: 'name' });
    expect(await ctx.look((tx) => tx.rejected(WORKSPACE))).toHaveLength(2);
    expect(await ctx.look((tx) => tx.outboxCount())).toBe(0);
  });

  it('[CL5] Discard is for good, and only then is it gone', async () => {
    const ctx = testContext();
    const ids = await refused(ctx);
    await discardRejected(ctx, ids);
    expect(await ctx.look((tx) => tx.rejected(WORKSPACE))).toEqual([]);
    expect(await ctx.look((tx) => tx.outboxCount())).toBe(0);
  });
});
