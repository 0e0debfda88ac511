import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import type { Position } from '../db/meta';
import { mutate } from '../db/mutate';
import { testContext } from '../testing/write-context';
import { standing } from './freeze';
import { leaveWorkspace } from './leave';
import { receive } from './receive';

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

it('[H65] no answer on its way and no late tap fills what was left; a page after being let in again opens it', async () => {
  const ctx = testContext();
  const add = (n: number) =>
    mutate(ctx, {
      workspaceId: WORKSPACE,
      name: 'task.add',
      ops: [{ op: 'create', entity: 'task', id: uuidOf(n), values: { title: 'Pay', position: 'a0' } }],
    });
  const answer = (sentFrom: Position) => {
    const response = {
      ack: 0,
      now: 0,
      results: [],
      changes: [],
      cursor: '3.a',
      version: 3,
      more: false,
      reset: false,
    };
    return receive({
      ...ctx,
      workspaceId: WORKSPACE,
      sentFrom: { ...sentFrom, deviceId: '' },
      response,
      now: 1,
    });
  };
  const { position: asked } = await standing(ctx.store, WORKSPACE, ctx);
  await leaveWorkspace(ctx.store, WORKSPACE, 5);
  expect((await answer(asked)).moved).toBe(false);
  expect(await add(1)).toMatchObject({ kind: 'refused', code: 'gone' });
  const { position: askedAgain } = await standing(ctx.store, WORKSPACE, ctx);
  expect((await answer(askedAgain)).moved).toBe(true);
  expect(await add(2)).toMatchObject({ kind: 'saved' });
});
