import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { createTask, SyncDevice } from '../testing/sync-device';
import { formatCursor, parseCursor } from './cursor';
import { createMemoryStore } from './memory-store';
import { pull } from './pull';

const WS = uuidOf(0xa0);
const SAM = uuidOf(0xc1);

async function world(tasks: number) {
  const store = createMemoryStore();
  store.found(WS, { [SAM]: 'owner' });
  let mark = 0;
  const deps = { store, now: () => 1, newMark: () => `m${mark++}`, changed: () => undefined };
  const device = new SyncDevice(deps, { account: SAM, device: uuidOf(0xd1), workspace: WS });
  for (let n = 1; n <= tasks; n++) await device.write(createTask(uuidOf(n)));
  const read = async (cursor: string | null, limit = 1000, ack = 0): Promise<SyncResponse> => {
    const answer = await pull(store, 5, {
      accountId: SAM,
      workspaceId: WS,
      deviceId: uuidOf(0xd1),
      cursor,
      ack,
      limit,
    });
    if (answer.kind !== 'page') throw new Error(answer.kind);
    return answer.page;
  };
  return { store, device, read };
}
const ids = (page: SyncResponse) => page.changes.map(({ row }) => row.id);

describe('pull', () => {
  it('[PL1] rows above the cursor, by version, at most so many; with ack and results', async () => {
    const { read } = await world(5);
    const first = await read(null, 2);
    expect([ids(first), first.more, first.ack]).toEqual([[uuidOf(1), uuidOf(2)], true, 5]);
    const second = await read(first.cursor, 2);
    const third = await read(second.cursor, 2);
    expect([ids(second), ids(third), third.more, third.version]).toEqual([
      [uuidOf(3), uuidOf(4)],
      [uuidOf(5)],
      false,
      5,
    ]);
    expect((await read(third.cursor)).changes).toEqual([]);
    expect((await read(null, 10, 3)).results.map((result) => result.seq)).toEqual([4, 5]);
  });

  it('[PL1] [H18] a page at the limit’s very end is the last one', async () => {
    const { read } = await world(4);
    const second = await read((await read(null, 2)).cursor, 2);
    expect(second.more).toBe(false);
    expect(parseCursor(second.cursor)?.walk).toBeNull();
  });

  it('[PL3] deleted rows come as rows', async () => {
    const { device, read } = await world(1);
    const before = await read(null);
    await device.write(buildOp({ op: 'delete', entity: 'task', id: uuidOf(1), base: 1 }));
    expect((await read(before.cursor)).changes).toMatchObject([
      { entity: 'task', row: { id: uuidOf(1), version: 2, deletedAt: 1 } },
    ]);
  });

  it('[PL4] [H24] [H25] a cursor of another history, above the head, below the floor or broken: from 0, said once', async () => {
    const { store, read } = await world(3);
    store.raiseFloor(WS, 3, 'm9');
    for (const cursor of ['2.m1', '3.mx', '9.m2', 'nonsense', '0.x']) {
      const page = await read(cursor, 2);
      expect([cursor, page.reset, ids(page)]).toEqual([cursor, true, [uuidOf(1), uuidOf(2)]]);
      expect((await read(page.cursor, 2)).reset).toBe(false);
    }
    expect((await read('3.m2')).reset).toBe(false);
    expect((await read(null)).reset).toBe(false);
  });

  it("[PL4] of a walk's cursor its start is judged: pages below the floor are no reset, another history is", async () => {
    const { store, read } = await world(4);
    const page = await read(null, 1);
    expect(parseCursor(page.cursor)).toEqual({ version: 1, mark: 'm0', walk: { version: 4, mark: 'm3' } });
    store.raiseFloor(WS, 4, 'm9');
    expect(await read(page.cursor, 1)).toMatchObject({ reset: false, changes: [{ row: { id: uuidOf(2) } }] });
    expect((await read('1.m0.4.mz', 1)).reset).toBe(true);
  });

  it('[PL4] cursors are read as they were written', () => {
    for (const text of ['0.0', '41.9f2c', '7.ab.90.cd']) {
      const cursor = parseCursor(text);
      expect(cursor && formatCursor(cursor)).toBe(text);
    }
    for (const text of ['', '1', '1.', '-1.a', '1.A', '1.a.2', "1.a'--", '1e9.a'])
      expect(parseCursor(text)).toBeNull();
  });
});
