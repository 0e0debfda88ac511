import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../db/memory-store';
import { ForeignAwait, inOneBreath } from './one-breath';

describe('[H42] the store that the tests of writing and syncing run on', () => {
  it('lets a transaction pass that waits for its own calls alone', async () => {
    const store = inOneBreath(createMemoryStore());
    await store.transaction('strict', async (tx) => {
      await Promise.all([tx.putMeta('a', 1), tx.putMeta('b', 2)]);
      await tx.putMeta('c', [await tx.meta('a'), await tx.meta('b')] as number[]);
    });
    expect(await store.transaction('read', (tx) => tx.meta('c'))).toEqual([1, 2]);
  });

  it.each([
    ['a timer', () => new Promise((done) => setTimeout(done, 0))],
    ['a hash', () => crypto.subtle.digest('SHA-256', new Uint8Array(8))],
  ])('takes everything back where one waits for %s', async (_, foreign) => {
    const store = inOneBreath(createMemoryStore());
    const written = store.transaction('strict', async (tx) => {
      await tx.putMeta('a', 1);
      await foreign();
      await tx.putMeta('b', 2);
    });
    await expect(written).rejects.toThrow(ForeignAwait);
    expect(await store.transaction('read', (tx) => tx.metaKeys(''))).toEqual([]);
  });
});
