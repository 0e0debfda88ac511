import { expect, it } from 'vitest';
import { createMemoryStore } from '../db/memory-store';
import { readPosition, writePosition } from '../db/meta';
import { inOneBreath } from '../testing/one-breath';
import { walkIfRegistryGrew } from './registry-walk';

it('[PL2] a registry that has grown starts a walk once; a fresh database and an equal one do not', async () => {
  const store = inOneBreath(createMemoryStore());
  const cursor = () => store.transaction('read', async (tx) => (await readPosition(tx, 'w')).cursor);
  await store.transaction('relaxed', (tx) =>
    writePosition(tx, 'w', { cursor: '7.x', version: 7, generation: 0, walk: null, completeAt: 1 }),
  );
  expect(await walkIfRegistryGrew(store, ['w'], 5, 'task(title)')).toBe('new');
  expect(await walkIfRegistryGrew(store, ['w'], 5, 'task(title)')).toBe('same');
  expect(await cursor()).toBe('7.x');
  expect(await walkIfRegistryGrew(store, ['w'], 5, 'task(title status)')).toBe('grew');
  expect(await cursor()).toBe(null);
  expect(await walkIfRegistryGrew(store, ['w'], 5, 'task(title status)')).toBe('same');
});
