/** What every `LocalStore` does; both implementations run it. Imported by tests only. */

import { project } from '@holdfast/shared/entities/project';
import { task } from '@holdfast/shared/entities/task';
import { build, buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  AckedEntry,
  DoneEntry,
  LocalStore,
  LocalTransaction,
  OutboxEntry,
  RejectedEntry,
} from '../db/local-store';
import { rowKey } from '../db/local-store';

const HERE = uuidOf(0xa0);
const THERE = uuidOf(0xa1);
const taskRow = (id: number, values = {}) =>
  build(task, { id: uuidOf(id), workspaceId: HERE, title: `Task ${id}`, ...values });

const mutationOf = (n: number, at = n) => ({
  id: uuidOf(0xe00 + n),
  seq: n,
  schema: 1,
  at,
  seen: null,
  name: 'task.rename',
  group: null,
  ops: [buildOp({ entity: 'task', id: uuidOf(1) })],
});
const waiting = (n: number, values: Partial<OutboxEntry> = {}): OutboxEntry => ({
  workspaceId: HERE,
  seq: n,
  mutation: mutationOf(n),
  frozen: 0,
  rows: [rowKey(HERE, 'task', uuidOf(1))],
  tries: 0,
  firstTryAt: null,
  ...values,
});
const acked = (n: number, values: Partial<AckedEntry> = {}): AckedEntry => ({
  workspaceId: HERE,
  mutation: mutationOf(n),
  rows: [rowKey(HERE, 'task', uuidOf(1))],
  version: n,
  ackedAt: n,
  outcome: 'applied',
  passed: 0,
  ...values,
});
const rejected = (n: number): RejectedEntry => ({
  workspaceId: HERE,
  mutation: mutationOf(n),
  rows: [],
  code: 'forbidden',
  rejectedAt: n,
});

export function localStoreContract(
  name: string,
  create: () => Promise<{ readonly store: LocalStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name} as a LocalStore`, () => {
    let store: LocalStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await create());
    });
    afterEach(() => close());

    it('keeps rows by workspace: a foreign id cannot reach a row [AC4] [H63]', async () => {
      const [mine, foreign] = [taskRow(1), taskRow(1, { workspaceId: THERE, title: 'Foreign' })];
      await store.transaction('strict', (tx) => tx.putRows('task', [mine, foreign]));
      await store.transaction('relaxed', (tx) => tx.deleteRow('task', THERE, uuidOf(1)));
      await store.transaction('read', async (tx) => {
        expect(await tx.row('task', HERE, uuidOf(1))).toEqual(mine);
        expect(await tx.row('task', THERE, uuidOf(1))).toBeUndefined();
        expect(await tx.rows('task', HERE)).toEqual([mine]);
        expect(await tx.rowIds('task', HERE)).toEqual([uuidOf(1)]);
      });
    });

    it('[PL2] [PL6] a page of many rows is there whole, or not at all', async () => {
      const page = Array.from({ length: 1_010 }, (_, n) => taskRow(n));
      const count = () => store.transaction('read', async (tx) => (await tx.rowIds('task', HERE)).length);
      const failing = store.transaction('relaxed', async (tx) => {
        await tx.putRows('task', page);
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect(await count()).toBe(0);
      await store.transaction('relaxed', (tx) => tx.putRows('task', page));
      expect(await count()).toBe(page.length);
    });

    it('[PL2] keeps rows of an unknown entity raw', async () => {
      const row = { ...taskRow(1), shape: { of: ['tomorrow'] } };
      await store.transaction('relaxed', (tx) => tx.putRow('gadget', row));
      await store.transaction('read', async (tx) => {
        expect(await tx.row('gadget', HERE, uuidOf(1))).toEqual(row);
        expect(await tx.rowIds('gadget', HERE)).toEqual([uuidOf(1)]);
        expect(await tx.entityNames(HERE)).toContain('gadget');
        expect(await tx.entityNames(THERE)).not.toContain('gadget');
      });
    });

    it('[CL1] a throw takes everything back', async () => {
      const cut = store.transaction('strict', async (tx) => {
        await tx.putRow('task', taskRow(1));
        await tx.putOutbox(waiting(1));
        await tx.putMeta('k', 1);
        throw new Error('cut');
      });
      await expect(cut).rejects.toThrow('cut');
      await store.transaction('read', async (tx) => {
        expect(await tx.row('task', HERE, uuidOf(1))).toBeUndefined();
        expect(await tx.outbox()).toEqual([]);
        expect(await tx.meta('k')).toBeUndefined();
      });
    });

    it('reads its own writes, and runs one writer after the other', async () => {
      const add = () =>
        store.transaction('relaxed', async (tx) => {
          const before = ((await tx.meta('n')) as number | undefined) ?? 0;
          await tx.putMeta('n', before + 1);
          expect(await tx.meta('n')).toBe(before + 1);
        });
      await Promise.all([add(), add(), add(), add()]);
      expect(await store.transaction('read', (tx) => tx.meta('n'))).toBe(4);
    });

    it('refuses to write in a read-only transaction', async () => {
      await expect(store.transaction('read', (tx) => tx.putMeta('k', 1))).rejects.toThrow();
    });

    it('[CL3] tells "nothing pending" from "pending, and the server has none yet"', async () => {
      const id = uuidOf(1);
      await store.transaction('relaxed', (tx) => tx.putConfirmed('task', HERE, id, null));
      await store.transaction('read', async (tx) => {
        expect(await tx.confirmed('task', HERE, id)).toBeNull();
        expect(await tx.confirmed('task', HERE, uuidOf(2))).toBeUndefined();
        expect(await tx.pendingRows(HERE)).toEqual([rowKey(HERE, 'task', id)]);
        expect(await tx.pendingRows(THERE)).toEqual([]);
      });
      await store.transaction('relaxed', (tx) => tx.deleteConfirmed('task', HERE, id));
      expect(await store.transaction('read', (tx) => tx.pendingRows(HERE))).toEqual([]);
    });

    it('[CL2] marks entries frozen, and takes it back with the rest where the transaction fails', async () => {
      await store.transaction('strict', (tx) => tx.putOutbox(waiting(1)));
      const freeze = (tx: LocalTransaction) => tx.markFrozen([waiting(1, { frozen: 1 })]);
      const failing = store.transaction('strict', async (tx) => {
        await freeze(tx);
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      const marks = () =>
        store.transaction('read', async (tx) => (await tx.outbox()).map(({ frozen }) => frozen));
      expect(await marks()).toEqual([0]);
      await store.transaction('strict', async (tx) => {
        await freeze(tx);
        await tx.markFrozen([]);
        expect((await tx.outbox())[0]?.frozen).toBe(1);
      });
      expect(await marks()).toEqual([1]);
    });

    it('[PU3] gives the outbox in order of seq, by workspace, row and mutation', async () => {
      const elsewhere = waiting(1, { workspaceId: THERE, mutation: mutationOf(7), rows: [] });
      const other = waiting(10, { rows: [rowKey(HERE, 'task', uuidOf(2))] });
      await store.transaction('strict', async (tx) => {
        for (const entry of [other, waiting(2), elsewhere, waiting(1)]) await tx.putOutbox(entry);
      });
      await store.transaction('read', async (tx) => {
        expect((await tx.outbox(HERE)).map((entry) => entry.seq)).toEqual([1, 2, 10]);
        expect((await tx.outbox(HERE, 2)).map((entry) => entry.seq)).toEqual([1, 2]);
        expect(await tx.outboxCount(HERE)).toBe(3);
        expect(await tx.outboxCount()).toBe(4);
        expect((await tx.outboxOf(rowKey(HERE, 'task', uuidOf(1)))).map((entry) => entry.seq)).toEqual([
          1, 2,
        ]);
        expect((await tx.outboxById(mutationOf(7).id))?.workspaceId).toBe(THERE);
        expect(await tx.outboxById(mutationOf(8).id)).toBeUndefined();
      });
      await store.transaction('strict', (tx) => tx.deleteOutbox(HERE, 2));
      const left = await store.transaction('read', (tx) => tx.outbox());
      expect(left.map((entry) => entry.seq).sort()).toEqual([1, 1, 10]);
    });

    it('[CL3] knows which acknowledged entries are in the view, and forgets only passed ones', async () => {
      await store.transaction('relaxed', async (tx) => {
        for (const entry of [acked(3), acked(1), acked(2, { passed: 1 })]) await tx.putAcked(entry);
      });
      await store.transaction('read', async (tx) => {
        expect((await tx.ackedInView(HERE)).map((entry) => entry.version)).toEqual([1, 3]);
        expect((await tx.ackedOf(rowKey(HERE, 'task', uuidOf(1)))).map((entry) => entry.version)).toEqual([
          1, 2, 3,
        ]);
        expect((await tx.ackedById(mutationOf(3).id))?.version).toBe(3);
        expect(await tx.acked(THERE)).toEqual([]);
      });
      await store.transaction('relaxed', (tx) => tx.pruneAcked(HERE, 3));
      const left = await store.transaction('read', (tx) => tx.acked());
      expect(left.map((entry) => entry.version)).toEqual([1, 3]);
    });

    it('[CL5] keeps refused entries until their author decides', async () => {
      await store.transaction('relaxed', async (tx) => {
        await tx.putRejected(rejected(2));
        await tx.putRejected(rejected(1));
      });
      const all = await store.transaction('read', (tx) => tx.rejected(HERE));
      expect(all.map((entry) => entry.rejectedAt)).toEqual([1, 2]);
      await store.transaction('strict', (tx) => tx.deleteRejected(mutationOf(1).id));
      await store.transaction('read', async (tx) => {
        expect(await tx.rejectedById(mutationOf(1).id)).toBeUndefined();
        expect(await tx.rejectedById(mutationOf(2).id)).toEqual(rejected(2));
      });
    });

    it('[PU8] gives the things done in order, by workspace and by mutation', async () => {
      const entry = (n: number, at: number, values: Partial<DoneEntry> = {}): DoneEntry => ({
        id: uuidOf(0xd00 + n),
        workspaceId: HERE,
        group: null,
        name: 'task.rename',
        at,
        state: 'stands',
        turn: [{ op: 'delete', entity: 'task', id: uuidOf(n), base: 0, guard: true }],
        turnedAt: at,
        mutationId: mutationOf(n).id,
        left: [],
        ...values,
      });
      const folded = entry(4, 4, { mutationId: mutationOf(1).id });
      await store.transaction('strict', async (tx) => {
        for (const one of [
          entry(3, 2),
          entry(1, 1),
          folded,
          entry(2, 2),
          entry(5, 0, { workspaceId: THERE }),
        ])
          await tx.putDone(one);
        await tx.putDone(entry(3, 2, { state: 'undone' }));
      });
      await store.transaction('read', async (tx) => {
        const at = async (workspaceId?: string) =>
          (await tx.done(workspaceId)).map((one) => one.id.slice(-1));
        expect(await at(HERE)).toEqual(['1', '2', '3', '4']);
        expect(await at()).toEqual(['5', '1', '2', '3', '4']);
        expect(await tx.doneById(uuidOf(0xd03))).toEqual(entry(3, 2, { state: 'undone' }));
        expect(await tx.doneById(uuidOf(0xd09))).toBeUndefined();
        expect((await tx.doneBy(mutationOf(1).id)).map((one) => one.at).sort()).toEqual([1, 4]);
      });
      await store.transaction('strict', (tx) => tx.deleteDone([uuidOf(0xd01), uuidOf(0xd04)]));
      expect(await store.transaction('read', (tx) => tx.done(HERE))).toHaveLength(2);
    });

    it('keeps facts by key', async () => {
      await store.transaction('relaxed', async (tx) => {
        await tx.putMeta('walk/a/0', ['x']);
        await tx.putMeta('walk/a/1', ['y']);
        await tx.putMeta('walk/b/0', null);
      });
      expect(await store.transaction('read', (tx) => tx.metaKeys('walk/a/'))).toEqual([
        'walk/a/0',
        'walk/a/1',
      ]);
      await store.transaction('relaxed', (tx) => tx.deleteMeta('walk/a/0'));
      expect(await store.transaction('read', (tx) => tx.metaKeys('walk/'))).toEqual(['walk/a/1', 'walk/b/0']);
    });

    it('gives copies: what a caller does to an answer changes nothing', async () => {
      const row = { ...taskRow(1), labels: [uuidOf(5)] };
      await store.transaction('relaxed', (tx) => tx.putRow('task', row));
      row.labels.push(uuidOf(6));
      const read = await store.transaction('read', (tx) => tx.row('task', HERE, uuidOf(1)));
      expect(read?.labels).toEqual([uuidOf(5)]);
    });

    it('keeps rows of several entities apart', async () => {
      const list = build(project, { id: uuidOf(1), workspaceId: HERE, name: 'Home' });
      await store.transaction('relaxed', async (tx) => {
        await tx.putRow('project', list);
        await tx.putRow('task', taskRow(1));
      });
      await store.transaction('read', async (tx) => {
        expect(await tx.row('project', HERE, uuidOf(1))).toEqual(list);
        expect((await tx.row('task', HERE, uuidOf(1)))?.title).toBe('Task 1');
      });
    });
  });
}
