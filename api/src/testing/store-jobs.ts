/** All or nothing: what a transaction of every ServerStore does, and several in one. */
import { uuidOf } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import type { ServerTransaction } from '../sync/server-store';
import { ANA, SAM, type StoreGround } from './store-ground';

export function jobsContract(at: StoreGround): void {
  const { aTask, read, write } = at;

  it('[PU4] [AC4] jobs together: one transaction, each on behalf of its own account', async () => {
    const as = <T>(accountId: string, work: (tx: ServerTransaction) => Promise<T>) => ({
      scope: { accountId, workspaceId: at.ws, mode: 'write' as const },
      work,
    });
    const told = await at.world.store.together<unknown>([
      as(SAM, async (tx) => {
        const [first] = await Promise.all([
          tx.takeVersions(1, 'aa', (await tx.head()).version),
          tx.insertRows('task', [aTask(1, 901)]),
        ]);
        return [first, (await tx.membership()).kind];
      }),
      as(uuidOf(0xcc), async (tx) => (await tx.membership()).kind),
      as(ANA, async (tx) => [
        await tx.membership(),
        (await tx.rows('task', [uuidOf(1)], 'update')).length,
        await tx.takeVersions(2, 'bb', (await tx.head()).version),
      ]),
    ]);
    const head = (await read((tx) => tx.head())).version;
    expect(told).toEqual([
      [head - 2, 'member'],
      'stranger',
      [{ kind: 'member', role: 'viewer' }, 1, head - 1],
    ]);
  });

  it('[PU4] [AC4] jobs together, of two workspaces: each in its own, answered in the order of the jobs', async () => {
    const other = uuidOf(0xa0);
    await at.world.found(other, { [ANA]: 'owner' });
    const as = (accountId: string, workspaceId: string, n: number) => ({
      scope: { accountId, workspaceId, mode: 'write' as const },
      work: async (tx: ServerTransaction) => {
        const { version, membership } = await tx.open(uuidOf(n), [], []);
        if (membership.kind !== 'member') return [membership.kind];
        const first = await tx.takeVersions(1, `m${n}`, version);
        const device = { id: uuidOf(n), accountId, name: `of ${n}`, ack: 0, told: 0, seenAt: 0 };
        await tx.putDevice(device);
        return [first - version, [...(await tx.deviceNames([1, 2, 3, 4].map(uuidOf))).values()].toSorted()];
      },
    });
    const told = await at.world.store.together<unknown>([
      as(SAM, at.ws, 1),
      as(ANA, other, 2),
      as(SAM, other, 3),
      as(ANA, at.ws, 4),
    ]);
    expect(told).toEqual([[1, ['of 1']], [1, ['of 2']], ['stranger'], [1, ['of 1', 'of 4']]]);
  });

  it('[PU4] jobs together, of two workspaces: one that throws takes both back', async () => {
    const other = uuidOf(0xa1);
    await at.world.found(other, { [SAM]: 'owner' });
    const insert = (tx: ServerTransaction) => tx.insertRows('task', [aTask(1, 901)]);
    const stop = async (tx: ServerTransaction) => {
      await tx.open(uuidOf(1), [], []);
      throw new Error('stop');
    };
    const scope = (workspaceId: string) => ({ accountId: SAM, workspaceId, mode: 'write' as const });
    await expect(
      at.world.store.together<unknown>([
        { scope: scope(at.ws), work: insert },
        { scope: scope(other), work: stop },
      ]),
    ).rejects.toThrow('stop');
    expect(await read((tx) => tx.changesAbove(900, 10))).toEqual([]);
  });

  it('[PU4] jobs together: one that throws takes all back', async () => {
    const scope = { accountId: SAM, workspaceId: at.ws, mode: 'write' as const };
    const insert = (tx: ServerTransaction) => tx.insertRows('task', [aTask(1, 901)]);
    const stop = () => Promise.reject(new Error('stop'));
    await expect(
      at.world.store.together<unknown>([
        { scope, work: insert },
        { scope, work: stop },
      ]),
    ).rejects.toThrow('stop');
    expect(await read((tx) => tx.changesAbove(900, 10))).toEqual([]);
  });

  it('a throw rolls back', async () => {
    await expect(
      write(async (tx) => {
        await tx.writeRows('task', [aTask(1, 901)]);
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await read((tx) => tx.changesAbove(900, 10))).toEqual([]);
  });
}
