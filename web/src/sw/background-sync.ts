/**
 * Sends the outbox with the app closed (Chromium's Background Sync): the same engine as the page's, under the same
 * lock. It runs where no page is open, so whoever holds the lock then is a page that is just closing: worth waiting for.
 */

import { databaseName, HoldfastDatabase } from '../db/db';
import { createDexieStore } from '../db/dexie-store';
import { openBrowserMarks } from '../platform/browser-marks';
import { deviceName } from '../platform/device-name';
import { now, random, randomBytes, randomId } from '../platform/entropy';
import { browserFetch, createHttp } from '../platform/http';
import { type Hold, holdLock } from '../platform/locks';
import { refreshSession } from '../platform/refresh-session';
import { createAlarm } from '../platform/timers';
import { createSyncCore } from '../sync/engine-core';
import { standing } from '../sync/freeze';
import type { Answer } from '../sync/machine-state';
import { runOnce } from '../sync/one-run';

/** A worker's event has minutes; a lock that is held so long belongs to a page that is back. */
const PATIENCE_MS = 20_000;

/** As far as the page's marks tell the worker. */
interface SignedInMark {
  readonly account: { readonly id: string };
  readonly workspaces: readonly { readonly id: string }[];
}

export async function syncInBackground(hold: Hold = holdLock): Promise<void> {
  const marks = openBrowserMarks();
  const accountId = (await marks.read<SignedInMark>('session'))?.account.id;
  if (accountId === undefined) return;
  await hold(`holdfast/sync/${accountId}`, { signal: AbortSignal.timeout(PATIENCE_MS) }, async () => {
    // Whoever held the lock may have signed out meanwhile: nothing makes their database anew (CL11).
    const session = await marks.read<SignedInMark>('session');
    if (session?.account.id !== accountId) return;
    const db = new HoldfastDatabase(databaseName(accountId));
    const store = createDexieStore(db);
    const http = createHttp({ fetch: browserFetch, newRequestId: randomId, now });
    const [first = ''] = session.workspaces.map((ws) => ws.id);
    const deviceId = async () => (await standing(store, first, { now, randomBytes })).device.id;
    try {
      await runOnce(
        {
          core: createSyncCore({ now, randomBytes, store, accountId, reportRefused: () => undefined }),
          http,
          accountId,
          deviceName: deviceName(),
          now,
          random,
          createAlarm,
          async refresh(since, signal): Promise<Answer> {
            const result = await refreshSession(
              { http, marks, hold: holdLock, now, newRid: randomId, deviceId, accountId },
              since,
              signal,
            );
            return result.kind === 'refused' ? { ...result, sent: 0 } : result;
          },
          digest: async () => ({ kind: 'nothing' }),
        },
        session.workspaces.map((ws) => ws.id),
      );
    } finally {
      db.close();
    }
  });
}
