/** What every ServerStore does: run on the in-memory twin and on Postgres, so that the simulation's store is no fiction. */

import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import { hold } from '@holdfast/shared/entities/hold';
import { ENTITIES } from '@holdfast/shared/entities/index';
import { project } from '@holdfast/shared/entities/project';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { beforeEach, describe, expect, it } from 'vitest';
import type {
  GroupingStore,
  HeldMutation,
  HistoryEntry,
  ServerTransaction,
  StoredMutation,
} from '../sync/server-store';

export interface StoreUnderTest {
  readonly store: GroupingStore;
  readonly found: (workspaceId: string, members: { readonly [accountId: string]: string }) => Promise<void>;
  readonly remove: (workspaceId: string, accountId: string) => Promise<void>;
}

const SAM = uuidOf(0xc1);
const ANA = uuidOf(0xc2);
let count = 0xa000;

export function describeServerStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`server store: ${name}`, () => {
    let world: StoreUnderTest;
    let ws: string;
    beforeEach(async () => {
      world ??= await create();
      ws = uuidOf(count++);
      await world.found(ws, { [SAM]: 'owner', [ANA]: 'viewer' });
    });
    const write = <T>(work: (tx: ServerTransaction) => Promise<T>, accountId = SAM) =>
      world.store.transaction({ accountId, workspaceId: ws, mode: 'write' }, work);
    const read = <T>(work: (tx: ServerTransaction) => Promise<T>, accountId = SAM) =>
      world.store.transaction({ accountId, workspaceId: ws, mode: 'snapshot' }, work);
    const aTask = (n: number, version: number, more: Partial<Row> = {}) =>
      build(
        task as unknown as Entity,
        { id: uuidOf(n), workspaceId: ws, version, title: `T${n}`, ...more } as never,
      );

    it('[PU5] knows members, former ones and strangers', async () => {
      expect(await read((tx) => tx.membership())).toEqual({ kind: 'member', role: 'owner' });
      expect(await read((tx) => tx.membership(), ANA)).toEqual({ kind: 'member', role: 'viewer' });
      await world.remove(ws, ANA);
      expect(await read((tx) => tx.membership(), ANA)).toEqual({ kind: 'removed' });
      expect(await read((tx) => tx.membership(), uuidOf(0xcc))).toEqual({ kind: 'stranger' });
    });

    it('[MG14] who is or was a member may be named', async () => {
      await world.remove(ws, ANA);
      const found = await read((tx) => tx.membersAmong([ANA, uuidOf(0xcc), SAM]));
      expect(found.toSorted()).toEqual([SAM, ANA]);
    });

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

    it.each(
      ENTITIES.filter((entity) => entity.lane === 'synced').map((entity) => [
        entity.name,
        entity as unknown as Entity,
      ]),
    )('[PL1] a row of %s comes back as it was written', async (_, entity) => {
      const row = build(entity, { workspaceId: ws, id: uuidOf(0x77), version: 900 } as never);
      const needed = [
        build(
          project as unknown as Entity,
          { id: uuidOf(0xbb), workspaceId: ws, version: 901, color: '1' } as never,
        ),
      ];
      await write(async (tx) => {
        await tx.writeRows('project', needed);
        await tx.writeRows('task', [aTask(0xbb, 902)]);
        await tx.writeRows(entity.name, [row]);
      });
      expect(await read((tx) => tx.rows(entity.name, [row.id], 'none'))).toEqual([row]);
      const changed = { ...row, version: 950, deletedAt: 5 };
      await write((tx) => tx.writeRows(entity.name, [changed]));
      expect(await read((tx) => tx.rows(entity.name, [row.id], 'none'))).toEqual([changed]);
    });

    it('[PL1] [WR5] text, dates, sets and custom values survive the way', async () => {
      const row = aTask(1, 900, {
        title: `"quotes" $1 \\ \u2028 ' <img onerror=x> 👩‍👩‍👧`,
        description: 'a\r\nb\tc',
        dueOn: '2028-02-29',
        dueTime: '09:05',
        remindAt: 1_790_000_000_123,
        labels: [uuidOf(4), uuidOf(5)],
        custom: { size: 'L', n: 1.5, flag: true },
        stamps: { _: [1, 1000, uuidOf(0xd0)], title: [900, 2000, uuidOf(0xd1)] },
      } as never);
      await write((tx) => tx.writeRows('task', [row]));
      expect(await read((tx) => tx.changesAbove(899, 10))).toEqual([{ entity: 'task', row }]);
    });

    it('[PL1] changes come by version, over all entities, at most so many', async () => {
      const home = build(
        project as unknown as Entity,
        { id: uuidOf(9), workspaceId: ws, version: 902 } as never,
      );
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

    it('[PU2] mutations, results and refused creations are found again', async () => {
      const stored = (n: number, more: Partial<StoredMutation> = {}): StoredMutation => ({
        id: uuidOf(count * 100 + n),
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
        aTask(
          n,
          1000 + n,
          (n < 299 ? { parentId: uuidOf(n + 1) } : { dependsOn: [uuidOf(0), uuidOf(400)] }) as never,
        ),
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
      const id = (n: number) => uuidOf(count * 1000 + n);
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

    it('devices keep their account and ack', async () => {
      const device = { id: uuidOf(0xd1), accountId: SAM, name: 'Phone', ack: 3, told: 2, seenAt: 9 };
      expect((await write((tx) => tx.open(device.id, [], []))).device).toBeNull();
      await write((tx) => tx.putDevice(device));
      await write((tx) => tx.putDevice({ ...device, ack: 4 }));
      expect((await write((tx) => tx.open(device.id, [], []))).device).toEqual({ ...device, ack: 4 });
      expect(await read((tx) => tx.device(device.id))).toEqual({ ...device, ack: 4 });
      expect(await read((tx) => tx.deviceNames([device.id, uuidOf(0xd2)]))).toEqual(
        new Map([[device.id, 'Phone']]),
      );
    });

    it('history is told in order, above a version', async () => {
      const entry = (version: number, n: number, to: unknown): HistoryEntry =>
        ({
          version,
          n,
          entity: 'task',
          rowId: uuidOf(1),
          field: 'title',
          from: null,
          to,
          time: 1,
          deviceId: uuidOf(0xd1),
          accountId: SAM,
          mutationId: uuidOf(0xe1),
        }) as HistoryEntry;
      const entries = [entry(7, 0, 'a'), entry(8, 0, ['x', 1]), entry(8, 1, { k: null })];
      await write((tx) => tx.writeHistory(entries));
      expect(await read((tx) => tx.history([uuidOf(1)], 7))).toEqual(entries.slice(1));
      expect(await read((tx) => tx.history([uuidOf(2)], 0))).toEqual([]);
    });

    it('[HY1] a row’s history is told backwards, page by page, with the names of device and mutation', async () => {
      const entry = (version: number, n: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
        version,
        n,
        entity: 'task',
        rowId: uuidOf(1),
        field: 'title',
        from: null,
        to: `${version}.${n}`,
        time: 1,
        deviceId: uuidOf(0xd1),
        accountId: SAM,
        mutationId: uuidOf(0xe1),
        ...more,
      });
      await write((tx) =>
        tx.putDevice({ id: uuidOf(0xd1), accountId: SAM, name: 'Phone', ack: 0, told: 0, seenAt: 9 }),
      );
      await write((tx) =>
        tx.writeHistory([
          entry(7, 0),
          entry(8, 0),
          entry(8, 1),
          entry(9, 0, { entity: 'project' }),
          entry(10, 0, { rowId: uuidOf(2) }),
          entry(11, 0, { deviceId: uuidOf(0xd9) }),
        ]),
      );
      const told = async (before: { version: number; n: number } | null, limit: number) =>
        (await read((tx) => tx.rowHistory('task', uuidOf(1), before, limit))).map((line) => [
          line.to,
          line.deviceName,
          line.name,
        ]);
      expect(await told(null, 2)).toEqual([
        ['11.0', null, null],
        ['8.1', 'Phone', null],
      ]);
      expect(await told({ version: 8, n: 1 }, 9)).toEqual([
        ['8.0', 'Phone', null],
        ['7.0', 'Phone', null],
      ]);
    });

    it('[PU9] the guard learns what a person deleted lately, and what stands', async () => {
      const entry = (
        version: number,
        rowId: number,
        to: number | null,
        time: number,
        accountId = SAM,
      ): HistoryEntry => ({
        version,
        n: 0,
        entity: 'task',
        rowId: uuidOf(rowId),
        field: 'deletedAt',
        from: to === null ? 1 : null,
        to,
        time,
        deviceId: uuidOf(0xd1),
        accountId,
        mutationId: uuidOf(0xe1),
      });
      const gone = build(
        project as unknown as Entity,
        { id: uuidOf(9), workspaceId: ws, version: 901, deletedAt: 5 } as never,
      );
      await write(async (tx) => {
        await tx.writeRows('project', [gone]);
        await tx.writeRows('task', [
          aTask(1, 902),
          aTask(2, 903, { deletedAt: 5 }),
          aTask(3, 904, { projectId: gone.id }),
          aTask(4, 905, { projectId: gone.id, deletedAt: 5 }),
        ]);
        await tx.writeHistory([
          entry(906, 2, 50, 50),
          entry(907, 4, 60, 60),
          entry(908, 1, 70, 70),
          entry(909, 1, null, 71),
          entry(910, 3, 80, 80, ANA),
          entry(911, 5, 900, 900),
        ]);
      });
      const deletions = await read((tx) => tx.deletions(SAM, 50, 100));
      expect(deletions.toSorted((a, b) => a.time - b.time)).toEqual([
        { entity: 'task', rowId: uuidOf(2), time: 50 },
        { entity: 'task', rowId: uuidOf(4), time: 60 },
      ]);
      expect(await read((tx) => tx.census())).toMatchObject({
        others: 1,
        standing: { task: 1, project: 0, comment: 0 },
      });
      expect(await read((tx) => tx.tasksOf([gone.id]))).toEqual([{ id: uuidOf(3), projectId: gone.id }]);
      expect(await read((tx) => tx.tasksOf([]))).toEqual([]);
      await world.remove(ws, ANA);
      expect((await read((tx) => tx.census())).others).toBe(0);
    });

    it('[PU9] what is held stays as it was sent, until it is taken back', async () => {
      const row = (n: number, more: Partial<Row>) =>
        build(
          hold as unknown as Entity,
          {
            id: uuidOf(n),
            workspaceId: ws,
            version: 900 + n,
            accountId: SAM,
            state: 'held',
            ...more,
          } as never,
        );
      const open = row(1, {});
      const held = (seq: number): HeldMutation => ({
        id: uuidOf(count * 100 + seq),
        holdId: open.id,
        accountId: SAM,
        deviceId: uuidOf(0xd1),
        seq,
        time: 5,
        version: 9,
        takes: 1,
        mutation: {
          id: uuidOf(count * 100 + seq),
          seq,
          schema: 1,
          at: 5,
          seen: null,
          name: 'task.delete',
          group: null,
          ops: [],
        },
      });
      const [first, second] = [held(1), held(2)];
      await write(async (tx) => {
        await tx.writeRows('hold', [open, row(2, { state: 'dropped' }), row(3, { accountId: ANA } as never)]);
        await tx.writeHeld([second, first]);
      });
      expect(await write((tx) => tx.openHolds(SAM))).toEqual([open]);
      expect(await read((tx) => tx.heldOf([open.id]))).toEqual([first, second]);
      expect(await read((tx) => tx.heldByIds([second.id, uuidOf(5)]))).toEqual([second]);
      await write((tx) => tx.deleteHeld([first.id]));
      expect(await read((tx) => tx.heldOf([open.id]))).toEqual([second]);
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

    it('[PU4] [AC4] jobs together: one transaction, each on behalf of its own account', async () => {
      const as = <T>(accountId: string, work: (tx: ServerTransaction) => Promise<T>) => ({
        scope: { accountId, workspaceId: ws, mode: 'write' as const },
        work,
      });
      const told = await world.store.together<unknown>([
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
      const scope = { accountId: SAM, workspaceId: ws, mode: 'write' as const };
      const insert = (tx: ServerTransaction) => tx.insertRows('task', [aTask(1, 901)]);
      const stop = () => Promise.reject(new Error('stop'));
      await expect(
        world.store.together<unknown>([
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
  });
}
