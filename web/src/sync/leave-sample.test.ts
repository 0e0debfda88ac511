import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { withoutSample } from '../db/leave-sample';
import { mutate } from '../db/mutate';
import { SAMPLE } from '../db/sample';
import { testContext } from '../testing/write-context';
import { adopt } from './adopt';

const [PROJECT, LESSON, OWN, HOME] = [uuidOf(1), uuidOf(2), uuidOf(3), uuidOf(0xa7)];

async function device() {
  const ctx = { ...testContext(), accountId: '' };
  const write = (name: string, ...ops: Parameters<typeof mutate>[1]['ops']) =>
    mutate(ctx, { workspaceId: WORKSPACE, name, ops });
  const create = (entity: string, id: string, values: object) =>
    ({ op: 'create', entity, id, values: { position: 'a0', ...values } }) as const;
  const patch = (id: string, field: string, from: string | null, to: string | null) =>
    ({ op: 'patch', entity: 'task', id, base: 0, changes: { [field]: { from, to } } }) as const;
  await write(
    SAMPLE,
    create('project', PROJECT, { name: 'Getting started', color: '1' }),
    create('task', LESSON, { title: 'Complete this one', projectId: PROJECT }),
  );
  const names = async () =>
    withoutSample(await ctx.look((tx) => tx.outbox())).map((entry) => entry.mutation.name);
  return { ctx, write, create, patch, names };
}

describe('[CL12] the sample of a first start, when its device signs in', () => {
  it('stays behind, used or not; what is one’s own moves', async () => {
    const { ctx, write, create, patch, names } = await device();
    expect(await names()).toEqual([]);
    await write('task.add', create('task', OWN, { title: 'Mine' }));
    await write('task.complete', patch(LESSON, 'status', 'todo', 'done'));
    await write('project.delete', { op: 'delete', entity: 'project', id: PROJECT, base: 0 });
    expect(await names()).toEqual(['task.add']);

    const account = testContext(undefined, 99);
    const to = { accountId: account.accountId, workspaceId: HOME };
    expect(await adopt(ctx.store, account.store, to, account)).toBe(1);
    expect((await account.look((tx) => tx.rows('task', HOME))).map((row) => row.id)).toEqual([OWN]);
    expect(await account.look((tx) => tx.rows('project', HOME))).toEqual([]);
    // Nothing is left to take back of what did not come along.
    expect((await account.look((tx) => tx.done(HOME))).map((entry) => entry.name)).toEqual(['task.add']);
  });

  it('goes along whole once somebody edited it', async () => {
    const { write, patch, names } = await device();
    await write('task.complete', patch(LESSON, 'status', 'todo', 'done'));
    await write('task.rename', patch(LESSON, 'title', 'Complete this one', 'Call Ana'));
    expect(await names()).toEqual([SAMPLE, 'task.complete', 'task.rename']);
  });

  it('goes along with a task of one’s own in its project', async () => {
    const { write, create, names } = await device();
    await write('task.add', create('task', OWN, { title: 'Mine', projectId: PROJECT }));
    expect(await names()).toEqual([SAMPLE, 'task.add']);
  });
});
