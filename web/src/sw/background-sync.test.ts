import { expect, it, vi } from 'vitest';
import { databaseName } from '../db/db';
import { openBrowserMarks } from '../platform/browser-marks';
import type { Hold } from '../platform/locks';
import { syncInBackground } from './background-sync';

it('[CL11] [H64] who signed out while the worker waited for the lock is not synced: nothing fills their database again', async () => {
  const fetched = vi.fn(async () => new Response('{}'));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', { userAgent: '' });
  const marks = openBrowserMarks();
  await marks.write({ session: { account: { id: 'ana' }, workspaces: [{ id: 'w' }] } });
  const signedOutMeanwhile: Hold = async (_name, _options, work) => {
    await marks.write({ session: undefined });
    await work(new AbortController().signal);
    return 'ran';
  };
  await syncInBackground(signedOutMeanwhile);
  expect(fetched).not.toHaveBeenCalled();
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(databaseName('ana'));
});
