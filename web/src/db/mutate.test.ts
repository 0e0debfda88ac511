import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import type { WriteContext } from './context';
import { createMemoryStore } from './memory-store';
import { mutate, type Saved } from './mutate';

let clock = 1_000_000;
function context(): WriteContext & { woken: string[] } {
  const woken: string[] = [];
  let n = 0;
  return {
    store: createMemoryStore(),
    accountId: uuidOf(0xc0),
    now: () => (clock += 1),
    randomBytes: (length) => Uint8Array.from({ length }, () => (n = (n * 31 + 7) % 256)),
    onWrite: (id) => woken.push(id),
    woken,
  };
}
const T = uuidOf(1);
const create = { op: 'create', entity: 'task', id: T, values: { title: 'Pay', position: 'a0' } } as const;
const saved = (r: { kind: string }): Saved => {
  expect(r).toMatchObject({ kind: 'saved' });
  return r as Saved;
};

describe('mutate', () => {
  it('[CL1] row, confirmed, outbox and seq come together', async () => {
    const ctx = context();
    saved(await mutate(ctx, { workspaceId: WORKSPACE, name: 'task.add', ops: [create] }));
    await ctx.store.transaction('read', async (tx) => {
      expect(await tx.row('task', WORKSPACE, T)).toMatchObject({ title: 'Pay', version: 0, status: 'todo' });
      expect(await tx.confirmed('task', WORKSPACE, T)).toBeNull();
      expect((await tx.outbox()).map((entry) => [entry.seq, entry.mutation.name])).toEqual([[1, 'task.add']]);
    });
    expect(ctx.woken).toEqual([WORKSPACE]);
  });
});
