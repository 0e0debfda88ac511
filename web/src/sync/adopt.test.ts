import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { turnLast } from '../db/done';
import { mutate } from '../db/mutate';
import { testContext } from '../testing/write-context';
import { adopt } from './adopt';

const HOME = uuidOf(0xa7);
const add = (ctx: ReturnType<typeof testContext>, n: number) =>
  mutate(ctx, {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id: uuidOf(n), values: { title: `Task ${n}`, position: 'a0' } }],
  });

describe('signing in with local work', () => {
  it('[CL12] rows and outbox move into the personal workspace: its id and the account in place, ids kept', async () => {
    const nobody = { ...testContext(), accountId: '' };
    const account = testContext(undefined, 99);
    await add(nobody, 1);
    await add(nobody, 2);
    await nobody.store.transaction('relaxed', (tx) =>
      tx.putMeta(`draft/quick-add/${WORKSPACE}`, 'half a line'),
    );
    const before = await nobody.look((tx) => tx.outbox());
    const to = { accountId: account.accountId, workspaceId: HOME };
    expect(await adopt(nobody.store, account.store, to, account)).toBe(2);

    const outbox = await account.look((tx) => tx.outbox());
    expect(outbox.map((entry) => entry.mutation.id)).toEqual(before.map((entry) => entry.mutation.id));
    expect(outbox.map((entry) => [entry.workspaceId, entry.seq, entry.frozen])).toEqual([
      [HOME, 1, 0],
      [HOME, 2, 0],
    ]);
    const rows = await account.look((tx) => tx.rows('task', HOME));
    expect(rows.map((row) => [row.id, row.workspaceId, row.createdBy])).toEqual([
      [uuidOf(1), HOME, account.accountId],
      [uuidOf(2), HOME, account.accountId],
    ]);
    expect(await account.look((tx) => tx.rows('task', WORKSPACE))).toEqual([]);
    expect(await account.look((tx) => tx.meta(`draft/quick-add/${HOME}`))).toBe('half a line');
  });

  it('[CL12] comes behind what waits there already, and twice is once', async () => {
    const nobody = testContext();
    const account = testContext(undefined, 99);
    await add(nobody, 1);
    await mutate(account, {
      workspaceId: HOME,
      name: 'task.add',
      ops: [{ op: 'create', entity: 'task', id: uuidOf(9), values: { title: 'Mine', position: 'a0' } }],
    });
    const to = { accountId: account.accountId, workspaceId: HOME };
    await adopt(nobody.store, account.store, to, account);
    expect(await adopt(nobody.store, account.store, to, account)).toBe(0);
    const outbox = await account.look((tx) => tx.outbox());
    expect(outbox.map((entry) => [entry.seq, entry.mutation.ops[0]?.id])).toEqual([
      [1, uuidOf(9)],
      [2, uuidOf(1)],
    ]);
  });

  it('[CL12] [PU8] what was done without an account can be taken back in the account', async () => {
    const nobody = { ...testContext(), accountId: '' };
    const account = testContext(undefined, 99);
    await add(nobody, 1);
    await adopt(nobody.store, account.store, { accountId: account.accountId, workspaceId: HOME }, account);
    expect(await turnLast(account, HOME, 'undone')).toMatchObject({ kind: 'turned', changed: 1 });
    const [row] = await account.look((tx) => tx.rows('task', HOME));
    expect(row?.deletedAt).not.toBeNull();
    expect(await account.look((tx) => tx.done(WORKSPACE))).toEqual([]);
  });

  it('[CL12] what needed its author goes along', async () => {
    const nobody = testContext();
    const account = testContext(undefined, 99);
    await add(nobody, 1);
    await nobody.store.transaction('relaxed', async (tx) => {
      const [entry] = await tx.outbox();
      if (!entry) throw new Error('nothing waits');
      await tx.deleteOutbox(WORKSPACE, entry.seq);
      const { mutation, rows } = entry;
      await tx.putRejected({ workspaceId: WORKSPACE, mutation, rows, code: 'limit', rejectedAt: 5 });
    });
    await adopt(nobody.store, account.store, { accountId: account.accountId, workspaceId: HOME }, account);
    expect((await account.look((tx) => tx.rejected(HOME))).map((entry) => entry.code)).toEqual(['limit']);
  });
});
