/** One open database and what belongs to it: the context of actions, the sync view, the syncing place. */
import type { ActionContext } from '../db/context';
import { databaseName, HoldfastDatabase } from '../db/db';
import { createDexieStore } from '../db/dexie-store';
import { liveSource } from '../db/live';
import { onLiveConnection } from '../db/live-connection';
import { META, readPosition } from '../db/meta';
import { createReader } from '../db/reader';
import { type StorageNews, watchedStore } from '../db/watched-store';
import { clockTime } from '../platform/clock';
import { now, randomBytes } from '../platform/entropy';
import { afterFirstPaint } from '../platform/first-paint';
import type { HttpAnswer, HttpRequest } from '../platform/http';
import { createAlarm } from '../platform/timers';
import { deviceOf } from '../sync/device';
import type { Answer } from '../sync/machine-state';
import { liveCounts } from '../sync/status-counts';
import { noFacts } from '../sync/status-net';
import { createLatePlace } from './late-place';
import type { SignedIn } from './session-marks';
import type { SyncPlace } from './sync-place';
import { createSyncView, type SyncViewStore } from './sync-view';

export interface OpenAccount {
  readonly accountId: string | null;
  /** Nothing of the account was here before: known once syncing starts. */
  readonly isNew: Promise<boolean>;
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
      storage: 'fine',
      workspaceId: onScreen,
      net: noFacts(now()),
      historyRead: false,
      counts: null,
    },
  );
  let knowsWhetherNew: (isNew: boolean) => void = () => undefined;
  const isNew = new Promise<boolean>((resolve) => {
    knowsWhetherNew = resolve;
  });
  if (accountId === null) knowsWhetherNew(false);
  const place = accountId === null ? null : createLatePlace({ start, whenShown: afterFirstPaint, ...deps });

  async function start(): Promise<SyncPlace> {
    const { startPlace } = await import('./start-place');
    return startPlace({
      ...deps,
      accountId: accountId ?? '',
      store,
      followed: () => ({ ids, active: onScreen }),
      readHistory,
      facts: (net) => view.update({ net, historyRead: true }),
      isNew: knowsWhetherNew,
    });
  }

  let stopCounting = count();
  function count(): () => void {
    const source = liveSource(db, liveCounts(ids, onScreen, accountId ?? ''), 'beside');
    return source.subscribe(() => {
      const live = source.get();
      if (live.state === 'ready') view.update({ counts: live.value });
      else if (live.state === 'error') deps.storageNews(live.failure.trouble);
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
  afterFirstPaint(
    () =>
      void readHistory().then(
        ({ asOf }) => view.update({ net: { ...noFacts(now()), asOf }, historyRead: true }),
        deps.storeFailed,
      ),
  );

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
      onWrite(written, leaving) {
        // What goes out does not wait for what is drawn.
        place?.tell({ kind: 'wrote', workspaceId: written }, leaving);
        view.wrote();
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
    deviceId: async () => (await deviceOf(store, { now, randomBytes })).id,
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
