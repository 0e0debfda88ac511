import { expect, it } from 'vitest';
import type { LocalStore } from './local-store';
import { StorageFailure, type StorageTrouble } from './storage-failure';
import { watchedStore } from './watched-store';

function watched() {
  const told: (StorageTrouble | null)[] = [];
  let trouble: StorageTrouble | null = null;
  const store = watchedStore(
    {
      transaction: async () => {
        if (trouble) throw new StorageFailure(trouble);
        return undefined as never;
      },
    } as LocalStore,
    (news) => told.push(news),
  );
  const run = (mode: 'read' | 'strict', next: StorageTrouble | null) => {
    trouble = next;
    return store.transaction(mode, async () => undefined).catch(() => undefined);
  };
  return { told, run };
}

it('[CL10] [H43] a full device is said once, and is over with the first write that goes through', async () => {
  const { told, run } = watched();
  await run('strict', 'full');
  await run('strict', 'full');
  await run('read', null);
  expect(told).toEqual(['full']);
  await run('strict', null);
  expect(told).toEqual(['full', null]);
});

it('[CL10] [H40] a dead connection is over with anything that is answered', async () => {
  const { told, run } = watched();
  await run('read', 'dead');
  await run('read', null);
  await run('strict', null);
  expect(told).toEqual(['dead', null]);
});

it('an error that is none of storage goes through and says nothing', async () => {
  const told: unknown[] = [];
  const bug = new Error('a bug');
  const broken = { transaction: () => Promise.reject(bug) } as LocalStore;
  const store = watchedStore(broken, (news) => told.push(news));
  await expect(store.transaction('read', async () => 1)).rejects.toBe(bug);
  expect(told).toEqual([]);
});
