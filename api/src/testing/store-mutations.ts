/** What every ServerStore remembers of mutations, and which rows lead to which. */
import { uuidOf } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import type { StoredMutation } from '../sync/server-store';
import { SAM, type StoreGround } from './store-ground';

export function mutationsContract(at: StoreGround): void {
  const { aTask, read, write } = at;

  it('[PU2] mutations, results and refused creations are found again', async () => {
    const stored = (n: number, more: Partial<StoredMutation> = {}): StoredMutation => ({
      id: uuidOf(at.n * 100 + n),
      deviceId: uuidOf(0xd1),
      seq: n,
      accountId: SAM,
      name: 'task.add',
      contentHash: 'h',
      result: { outcome: 'applied', version: n, left: ['title'] },
      after: { [uuidOf(1)]: uuidOf(2) },
      rejectedRows: [],
      recordedAt: 5,
      ...more,
    });
    const refused = stored(3, {
      rejectedRows: [uuidOf(0x31)],
      result: { outcome: 'rejected', version: null, code: 'forbidden' },
    });
    await write((tx) => tx.writeMutations([stored(1), stored(2), refused]));
    const known = await write((tx) => tx.open(uuidOf(0xd1), [refused.id, uuidOf(0xfff)], []));
    expect(known.mutations).toEqual([refused]);
    expect(await read((tx) => tx.resultsAfter(uuidOf(0xd1), 1, 10))).toMatchObject([
      { seq: 2, outcome: 'applied', duplicate: true },
      { seq: 3, code: 'forbidden' },
    ]);
    expect(await read((tx) => tx.rejectedCreations([uuidOf(0x31), uuidOf(0x32)]))).toEqual([uuidOf(0x31)]);
    await expect(write((tx) => tx.writeMutations([stored(1)]))).rejects.toThrow();
  });

  it('[MG14] all above and before a task is found, however far, and a ring ends', async () => {
    const long = Array.from({ length: 300 }, (_, n) =>
      aTask(n, 1000 + n, n < 299 ? { parentId: uuidOf(n + 1) } : { dependsOn: [uuidOf(0), uuidOf(400)] }),
    );
    await write((tx) => tx.writeRows('task', [...long, aTask(400, 1400), aTask(401, 1401)]));
    const found = await write((tx) => tx.linksAbove([uuidOf(0), uuidOf(999)]));
    expect(found).toHaveLength(301);
    expect(found.find(({ id }) => id === uuidOf(299))).toEqual({
      id: uuidOf(299),
      parentId: null,
      dependsOn: [uuidOf(0), uuidOf(400)],
    });
    expect(await write((tx) => tx.linksAbove([]))).toEqual([]);
  });

  it('[MG1] the chain of one’s own edits is found to its end', async () => {
    const id = (n: number) => uuidOf(at.n * 1000 + n);
    const chain = Array.from(
      { length: 300 },
      (_, n): StoredMutation => ({
        id: id(n),
        deviceId: uuidOf(0xd1),
        seq: n + 1,
        accountId: SAM,
        name: 'task.rename',
        contentHash: 'h',
        result: { outcome: 'applied', version: 1 },
        after: n === 0 ? {} : { [uuidOf(1)]: id(n - 1) },
        rejectedRows: [],
        recordedAt: 5,
      }),
    );
    await write((tx) => tx.writeMutations(chain));
    const found = await read((tx) => tx.chainOf([id(299)]));
    expect(found).toHaveLength(300);
    expect(found.find((one) => one.id === id(7))?.after).toEqual({ [uuidOf(1)]: id(6) });
  });
}
