import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import { mutate } from '../db/mutate';
import { testContext } from '../testing/write-context';
import { leaveWorkspace } from './leave';

it('[CL8] [H65] who is removed keeps no list of what they did there; other workspaces keep theirs', async () => {
  const ctx = testContext();
  const other = uuidOf(0xa9);
  for (const workspaceId of [WORKSPACE, other])
    await mutate(ctx, {
      workspaceId,
      name: 'task.add',
      ops: [{ op: 'create', entity: 'task', id: uuidOf(1), values: { title: 'Pay', position: 'a0' } }],
    });
  await leaveWorkspace(ctx.store, WORKSPACE, 5);
  expect((await ctx.look((tx) => tx.done())).map((entry) => entry.workspaceId)).toEqual([other]);
});
