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
