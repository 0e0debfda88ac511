/** One open database and what belongs to it: the context of actions, the sync view, the syncing place. */
import type { ActionContext } from '../db/context';
import { databaseName, HoldfastDatabase } from '../db/db';
import { createDexieStore } from '../db/dexie-store';
import { liveSource } from '../db/live';
import { onLiveConnection } from '../db/live-connection';
import { META, readPosition } from '../db/meta';
import { createReader } from '../db/reader';
import { type StorageNews, watchedStore } from '../db/watched-store';
import { deviceName } from '../platform/device-name';
import { now, random, randomBytes } from '../platform/entropy';
import { openEventSource } from '../platform/event-source';
import type { HttpAnswer, HttpRequest } from '../platform/http';
import { holdLock } from '../platform/locks';
import { clockTime } from '../platform/page';
import { sha256 } from '../platform/sha256';
import { openTabChannel } from '../platform/tab-channel';
import { createAlarm } from '../platform/timers';
import { isVisible } from '../platform/visibility';
import { createSyncCore } from '../sync/engine-core';
import { standing } from '../sync/freeze';
import type { Answer } from '../sync/machine-state';
import { startOver } from '../sync/receive-walk';
import { walkIfRegistryGrew } from '../sync/registry-walk';
import { liveCounts } from '../sync/status-counts';
import { noFacts } from '../sync/status-net';
import type { SignedIn } from './session-marks';
import { createSyncPlace, type PlaceMessage, type SyncPlace } from './sync-place';
import { createSyncView, type SyncViewStore } from './sync-view';

export interface OpenAccount {
  readonly accountId: string | null;
  /** Nothing of the account was here before. */
  readonly isNew: boolean;
  readonly db: HoldfastDatabase;
  readonly context: (workspaceId: string) => ActionContext;
  readonly view: SyncViewStore;
  readonly place: SyncPlace | null;
  /** The list of workspaces or the one on screen changed. */
  follow(ids: readonly string[], active: string): void;
  waiting(): Promise<number>;
  deviceId(): Promise<string>;
  /** A phone may have taken storage away in the background: looks, and replaces what is dead (H40). */
  probe(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenDeps {
  readonly send: (request: HttpRequest) => Promise<HttpAnswer>;
  readonly refresh: (since: number, signal: AbortSignal) => Promise<Answer>;
  readonly onOutdated: () => void;
  readonly onBlocked: () => void;
  readonly onWrite: () => void;
  readonly sessionLost: (reason: 'signed_out' | 'other_account') => void;
  readonly left: (workspaceId: string) => void;
  readonly askMe: () => void;
  readonly heardBuild: (build: string) => void;
  readonly needsUpdate: () => void;
  readonly storageNews: StorageNews;
  readonly storeFailed: (error: unknown) => void;
  readonly report: (what: string, detail: unknown) => void;
}

export async function openAccount(
  deps: OpenDeps,
  signedIn: SignedIn | null,
  active: string,
): Promise<OpenAccount> {
  const accountId = signedIn?.account.id ?? null;
  const db = new HoldfastDatabase(databaseName(accountId), {
    onOutdated: deps.onOutdated,
    onBlocked: deps.onBlocked,
  });
  await onLiveConnection(db, async () => undefined);
  const store = watchedStore(createDexieStore(db), deps.storageNews);
  const reader = createReader(db);
  let ids = signedIn?.workspaces.map((ws) => ws.id) ?? [active];
  let onScreen = active;

  const view = createSyncView(
    {
      now,
      time: clockTime,
      createAlarm,
      syncNow: () => place?.tell({ kind: 'tap' }),
      compare(workspaceId) {
        place?.tell({ kind: 'tap' });
        place?.tell({ kind: 'compare', workspaceId });
      },
    },
    {
      standing: accountId === null ? 'none' : 'in',
      workspaceId: onScreen,
      net: noFacts(now()),
      counts: null,
    },
  );
  const isNew = accountId !== null && (await walkIfRegistryGrew(store, ids, now())) === 'new';
  const place = accountId === null ? null : startPlace(accountId);

  let stopCounting = count();
  function count(): () => void {
    const source = liveSource(db, liveCounts(ids, onScreen, accountId ?? ''));
    return source.subscribe(() => {
      const live = source.get();
      if (live.state === 'ready') view.update({ counts: live.value });
      else if (live.state === 'error') deps.storageNews(live.failure.trouble);
    });
  }

  function startPlace(me: string): SyncPlace {
    const core = createSyncCore({
      now,
      randomBytes,
      store,
      accountId: me,
      reportRefused: (rows) => deps.report('rows that do not parse', rows),
    });
    const http = { send: deps.send };
    return createSyncPlace({
      account: { id: me, ids, active: onScreen },
      sync: {
        core,
        http,
        accountId: me,
        deviceName: deviceName(),
        now,
        random,
        createAlarm,
        refresh: (signal) => deps.refresh(now(), signal),
        // Once a day: not worth a place among what every start loads.
        digest: async (workspaceId, signal) =>
          (await import('../sync/digest')).compareDigest(
            {
              store,
              http,
              accountId: me,
              sha256,
              now,
              startOver: (id) => startOver(store, id, now()),
              report: (id, entities) => deps.report('digests differ', { workspaceId: id, entities }),
            },
            workspaceId,
            signal,
          ),
        heardBuild: deps.heardBuild,
      },
      openFeed: openEventSource,
      hold: holdLock,
      openChannel: (heard) => openTabChannel<PlaceMessage>(`holdfast/sync/${me}`, heard),
      createAlarm,
      isVisible,
      history: () => readHistory(),
      facts: (net) => view.update({ net }),
      sessionLost: deps.sessionLost,
      left: deps.left,
      needsUpdate: deps.needsUpdate,
      askMe: deps.askMe,
      storeFailed: deps.storeFailed,
    });
  }

  async function readHistory() {
    return store.transaction('read', async (tx) => {
      const digested: { [id: string]: number } = {};
      const asOf: { [id: string]: number } = {};
      for (const id of ids) {
        const at = await tx.meta(META.digested(id));
        if (typeof at === 'number') digested[id] = at;
        const { completeAt } = await readPosition(tx, id);
        if (completeAt !== null) asOf[id] = completeAt;
      }
      return { digested, asOf };
    });
  }
  // What is known from before shows until the syncing place says more.
  void readHistory().then(({ asOf }) => view.update({ net: { ...noFacts(now()), asOf } }), deps.storeFailed);

  return {
    accountId,
    isNew,
    db,
    view,
    place,
    context: (workspaceId) => ({
      store,
      read: {
        last: (entity, stretch) => onLiveConnection(db, () => reader.last(entity, stretch)),
        rows: (entity, stretch) => onLiveConnection(db, () => reader.rows(entity, stretch)),
        row: (entity, inWorkspace, id) => onLiveConnection(db, () => reader.row(entity, inWorkspace, id)),
      },
      accountId: accountId ?? '',
      workspaceId,
      now,
      randomBytes,
      leavesAtOnce: (written) => place?.leavesAtOnce(written) ?? false,
      onWrite(written) {
        place?.tell({ kind: 'wrote', workspaceId: written });
        deps.onWrite();
      },
    }),
    follow(nextIds, nextActive) {
      ids = [...nextIds];
      onScreen = nextActive;
      stopCounting();
      stopCounting = count();
      view.update({ workspaceId: onScreen });
      place?.workspaces(ids, onScreen);
    },
    deviceId: async () => (await standing(store, onScreen, { now, randomBytes })).device.id,
    probe: () =>
      store.transaction('read', (tx) => tx.outboxCount(), 'queue').then(() => undefined, deps.storeFailed),
    waiting: () => store.transaction('read', (tx) => tx.outboxCount()),
    async close() {
      stopCounting();
      await place?.stop();
      db.close();
    },
  };
}
