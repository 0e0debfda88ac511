/**
 * What this tab shows of syncing: the leading tab's facts and this device's counts, put into one statement by the
 * rules of features/sync/statement.ts. By time alone too: silence becomes "Offline" without any new fact.
 */
import { type ClockTime, isOffline, type SyncFacts } from '../features/sync/statement';
import { firstShown, nextShown, type Shown } from '../features/sync/statement-shown';
import type { SyncView } from '../features/sync/sync-context';
import type { Alarm } from '../platform/timers';
import type { LocalCounts } from '../sync/status-counts';
import type { NetFacts } from '../sync/status-net';
import { createValueStore, type ValueStore } from '../ui/value-store';

export interface ViewSources {
  readonly storage: SyncFacts['storage'];
  readonly standing: 'none' | 'in';
  readonly workspaceId: string;
  readonly net: NetFacts;
  /** What was held before is in `net`: until then nothing is known of a first load. */
  readonly historyRead: boolean;
  /** Null until this device has counted. */
  readonly counts: LocalCounts | null;
}

export interface SyncViewDeps {
  readonly now: () => number;
  readonly time: ClockTime;
  readonly createAlarm: (ring: () => void) => Alarm;
  readonly syncNow: () => void;
  readonly compare: (workspaceId: string) => void;
}

export interface SyncViewStore extends Pick<ValueStore<SyncView>, 'get' | 'subscribe'> {
  update(change: Partial<ViewSources>): void;
  /** A change was stored here: something waits, before it is counted. */
  wrote(): void;
}

export function createSyncView(deps: SyncViewDeps, first: ViewSources): SyncViewStore {
  let sources = first;
  let shown: Shown = firstShown(factsOf(sources), deps.now(), deps.time);
  const alarm = deps.createAlarm(() => refresh());
  const store = createValueStore(viewOf(sources, shown, deps));

  function refresh(): void {
    const now = deps.now();
    const next = nextShown(shown, factsOf(sources), now, deps.time);
    alarm.set(next.lookAt === null ? null : next.lookAt - now);
    shown = next;
    const view = viewOf(sources, shown, deps);
    if (!isSame(view, store.get())) store.set(view);
  }

  function update(change: Partial<ViewSources>): void {
    sources = { ...sources, ...change };
    refresh();
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    update,
    wrote() {
      if (sources.counts?.waiting === 0) update({ counts: { ...sources.counts, waiting: 1 } });
    },
  };
}

const UNCOUNTED: LocalCounts = { waiting: 0, needsYou: 0, forAdmins: 0, alone: true };

function factsOf({
  standing,
  storage,
  net,
  historyRead,
  counts: counted,
  workspaceId,
}: ViewSources): SyncFacts {
  const counts = counted ?? UNCOUNTED;
  return {
    storage,
    // Whether everything was ever here is part of it: without that nothing could be claimed.
    counted: counted !== null && (standing === 'none' || historyRead),
    account: standing === 'none' ? 'none' : net.session,
    waiting: counts.waiting,
    needsYou: counts.needsYou,
    silentSince: net.silentSince,
    unreachable: net.unreachable,
    serverTrouble: net.serverTrouble,
    nextTryAt: net.nextTryAt,
    needsUpdate: net.needsUpdate,
    streamDeadSince: net.streamDeadSince,
    moving: net.moving,
    asOf: net.asOf[workspaceId] ?? null,
    firstLoad:
      standing === 'in' &&
      historyRead &&
      net.session === 'in' &&
      net.asOf[workspaceId] === undefined &&
      !net.unknown.includes(workspaceId),
    alone: counts.alone,
  };
}

function viewOf(sources: ViewSources, shown: Shown, deps: SyncViewDeps): SyncView {
  const facts = factsOf(sources);
  return {
    statement: shown.statement,
    waiting: facts.waiting,
    needsYou: facts.needsYou,
    forAdmins: sources.counts?.forAdmins ?? 0,
    offline: sources.standing === 'in' && isOffline(facts, deps.now()),
    serverTrouble: facts.serverTrouble,
    nextTryAt: facts.nextTryAt,
    needsUpdate: facts.needsUpdate,
    moving: facts.moving,
    asOf: facts.asOf,
    firstLoad: facts.firstLoad,
    alone: facts.alone,
    unknownWorkspaces: sources.net.unknown,
    syncNow: deps.syncNow,
    compare: deps.compare,
  };
}

const isSame = (a: SyncView, b: SyncView): boolean =>
  (Object.keys(a) as (keyof SyncView)[]).every((key) => a[key] === b[key]);
