import { WORKSPACE } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import { readPosition, START, writePosition } from '../db/meta';
import { testContext } from '../testing/write-context';
import { startOverIfGrown } from './receive-grown';

it('[PL2] an entity or field more starts a walk of every workspace, once', async () => {
  const ctx = testContext();
  const position = () => ctx.look((tx) => readPosition(tx, WORKSPACE));
  await startOverIfGrown(ctx.store, 1, 'task(title)');
  await ctx.store.transaction('relaxed', (tx) =>
    writePosition(tx, WORKSPACE, { ...START, cursor: '7.ab', version: 7 }),
  );
  expect(await startOverIfGrown(ctx.store, 2, 'task(title)')).toEqual([]);
  expect((await position()).cursor).toBe('7.ab');
  expect(await startOverIfGrown(ctx.store, 3, 'task(title mood)')).toEqual([WORKSPACE]);
  expect(await position()).toMatchObject({ cursor: null, walk: { startedAt: 3, pages: 0 } });
  expect(await startOverIfGrown(ctx.store, 4, 'task(title mood)')).toEqual([]);
});
