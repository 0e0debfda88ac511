/** What the mass-change guard asks of every ServerStore. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { hold } from '@holdfast/shared/entities/hold';
import { project } from '@holdfast/shared/entities/project';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import type { HeldMutation, HistoryEntry } from '../sync/server-store';
import { ANA, SAM, type StoreGround } from './store-ground';

export function guardContract(at: StoreGround): void {
  const { aTask, read, write } = at;

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
    const gone = build(project, { id: uuidOf(9), workspaceId: at.ws, version: 901, deletedAt: 5 });
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
    await at.world.remove(at.ws, ANA);
    expect((await read((tx) => tx.census())).others).toBe(0);
  });

  it('[PU9] what is held stays as it was sent, until it is taken back', async () => {
    const row = (n: number, more: Partial<Row>) =>
      build(hold, {
        id: uuidOf(n),
        workspaceId: at.ws,
        version: 900 + n,
        accountId: SAM,
        state: 'held',
        ...more,
      });
    const open = row(1, {});
    const held = (seq: number): HeldMutation => ({
      id: uuidOf(at.n * 100 + seq),
      holdId: open.id,
      accountId: SAM,
      deviceId: uuidOf(0xd1),
      seq,
      time: 5,
      version: 9,
      takes: 1,
      mutation: {
        id: uuidOf(at.n * 100 + seq),
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
}
