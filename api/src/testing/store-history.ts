/** How every ServerStore tells the history of fields. */
import { uuidOf } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import type { HistoryEntry } from '../sync/server-store';
import { SAM, type StoreGround } from './store-ground';

export function historyContract(at: StoreGround): void {
  const { read, write } = at;

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
    await write((tx) => tx.writeHistory(entries.toReversed()));
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
}
