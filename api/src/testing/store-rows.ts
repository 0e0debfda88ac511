import { ENTITIES } from '@holdfast/shared/entities/index';
import { project } from '@holdfast/shared/entities/project';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import type { StoreGround } from './store-ground';

export function rowsContract(at: StoreGround): void {
  const { aTask, read, write } = at;

  it('[PU4] versions follow each other and keep their marks', async () => {
    const before = (await read((tx) => tx.head())).version;
    expect(await write((tx) => tx.takeVersions(2, 'aa'))).toBe(before + 1);
    expect(await write((tx) => tx.takeVersions(1, 'bb'))).toBe(before + 3);
    expect((await read((tx) => tx.head())).version).toBe(before + 3);
    const marks = await read((tx) => tx.marks([before + 1, before + 2, before + 3, before + 4]));
    expect([...marks].sort()).toEqual([
      [before + 1, 'aa'],
      [before + 2, 'aa'],
      [before + 3, 'bb'],
    ]);
  });

  it.each(ENTITIES.filter((entity) => entity.lane === 'synced').map((entity) => [entity.name, entity]))(
    '[PL1] a row of %s comes back as it was written',
    async (_, entity) => {
      const row = build(entity, { workspaceId: at.ws, id: uuidOf(0x77), version: 900 });
      const needed = [build(project, { id: uuidOf(0xbb), workspaceId: at.ws, version: 901, color: '1' })];
      await write(async (tx) => {
        await tx.writeRows('project', needed);
        await tx.writeRows('task', [aTask(0xbb, 902)]);
        await tx.writeRows(entity.name, [row]);
      });
      expect(await read((tx) => tx.rows(entity.name, [row.id], 'none'))).toEqual([row]);
      const changed = { ...row, version: 950, deletedAt: 5 };
      await write((tx) => tx.writeRows(entity.name, [changed]));
      expect(await read((tx) => tx.rows(entity.name, [row.id], 'none'))).toEqual([changed]);
    },
  );

  it('[PL1] [WR5] text, dates, sets and custom values survive the way', async () => {
    const row = aTask(1, 900, {
      title: `"quotes" $1 \\ \u2028 ' <img onerror=x> 👩‍👩‍👧`,
      description: 'a\r\nb\tc',
      dueOn: '2028-02-29',
      dueTime: '09:05',
      remindAt: 8_640_000_000_000_000,
      labels: [uuidOf(4), uuidOf(5)],
      custom: { size: 'L', n: 0.1, flag: true, none: null, word: 'null', '': '"' },
      stamps: { _: [1, 1000, uuidOf(0xd0)], title: [900, 2000, uuidOf(0xd1)] },
    });
    await write((tx) => tx.writeRows('task', [row]));
    expect(await read((tx) => tx.changesAbove(899, 10))).toEqual([{ entity: 'task', row }]);
    expect(await read((tx) => tx.rows('task', [row.id], 'none'))).toEqual([row]);
    expect(await write((tx) => tx.rows('task', [row.id], 'update'))).toEqual([row]);
  });

  it('[PL1] changes come by version, over all entities, at most so many', async () => {
    const home = build(project, { id: uuidOf(9), workspaceId: at.ws, version: 902 });
    await write(async (tx) => {
      await tx.writeRows('project', [home]);
      await tx.writeRows('task', [aTask(1, 903), aTask(2, 901)]);
    });
    const versions = async (above: number, limit: number) =>
      (await read((tx) => tx.changesAbove(above, limit))).map(({ entity, row }) => [entity, row.version]);
    expect(await versions(900, 10)).toEqual([
      ['task', 901],
      ['project', 902],
      ['task', 903],
    ]);
    expect(await versions(901, 1)).toEqual([['project', 902]]);
  });

  it('rows are read in order of id, absent ones are left out', async () => {
    await write((tx) => tx.writeRows('task', [aTask(2, 901), aTask(1, 902)]));
    expect(
      (await write((tx) => tx.rows('task', [uuidOf(2), uuidOf(3), uuidOf(1)], 'update'))).map(
        (row) => row.id,
      ),
    ).toEqual([uuidOf(1), uuidOf(2)]);
  });

  it('[DG1] the digest counts live rows and hashes their ids and versions', async () => {
    const digest = async () => (await read((tx) => tx.digest())).task;
    const empty = await digest();
    await write((tx) =>
      tx.writeRows('task', [aTask(1, 901), aTask(2, 902), aTask(3, 903, { deletedAt: 1 })]),
    );
    const two = await digest();
    expect(empty).toEqual({
      count: 0,
      hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
    expect(two?.count).toBe(2);
    await write((tx) => tx.writeRows('task', [aTask(2, 904)]));
    expect((await digest())?.hash).not.toBe(two?.hash);
  });
}
