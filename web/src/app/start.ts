/** Starts the app in this tab: opens what the marks name, then registers the worker, listens, and asks the server. */

import { newId } from '@holdfast/shared/sync/ids';
import { databaseName, HoldfastDatabase, NOBODY } from '../db/db';
import { StorageFailure, type StorageTrouble } from '../db/storage-failure';
import * as account from '../features/account/commands';
import type { Session, SessionWorkspace } from '../features/account/session-context';
import type { AppState } from '../features/install/app-state-context';
import type { BrowserMarks } from '../platform/browser-marks';
import type { Send } from '../platform/call';
import { deviceName } from '../platform/device-name';
import { now, randomBytes, randomId } from '../platform/entropy';
import { afterFirstPaint } from '../platform/first-paint';
import { browserFetch, createHttp } from '../platform/http';
import { createInstall } from '../platform/install';
import { onOffline, onOnline } from '../platform/online';
import { onMissingChunk, reloadPage } from '../platform/page';
import { askToPersist } from '../platform/persist';
import { offlineSupport, registerWorker, type Worker } from '../platform/service-worker';
import { openTabChannel } from '../platform/tab-channel';
import { createAlarm } from '../platform/timers';
import { hasUnsaved } from '../platform/unsaved';
import { isVisible, onVisibility } from '../platform/visibility';
import { createValueStore, once } from '../ui/value-store';
import { noteCopy } from './lost-copy';
import { type OpenAccount, openAccount } from './open-account';
import type { RunningApp, RunningState } from './running-app';
import { createSender } from './send-as';
import {
  createSession,
  deliverSignOut,
  finishAdopting,
  finishDeleting,
  localWorkspace,
  type SessionDeps,
} from './session';
import { isUntouched, readMarks, type SessionMarks, writeMarks } from './session-marks';
import { type ClosedReason, closedBy, closedWords, storageState } from './storage-says';
import { createUpdate } from './update';
import { appWords } from './words';

const namesOf = (marks: SessionMarks | null): string => JSON.stringify(marks?.session?.workspaces ?? null);

export interface BuildFacts {
  readonly version: string;
  readonly build: string;
}

export async function startApp(
  facts: BuildFacts,
  marks: BrowserMarks,
  report: (what: string, detail: unknown) => void,
): Promise<RunningApp> {
  const http = createHttp({ fetch: browserFetch, newRequestId: randomId, now });
  const state = createValueStore<RunningState>({ kind: 'starting' });
  const entropy = { now, randomBytes };
  const install = createInstall();
  let open: OpenAccount | null = null;
  let shown: SessionMarks | null = null;
  /** The workspace on this tab's screen. */
  let chosen: string | null = null;
  /** The one that counts and sync follow. */
  let followed: string | null = null;
  let worker: Worker | null = null;
  let lastBuild: string | null = null;
  let askedToPersist = false;

  const appState = createValueStore<AppState>({
    ...facts,
    update: 'current',
    acceptUpdate: () => void update.accept(),
    install: install.offer(),
    askInstall: install.ask,
    offlineSupport: offlineSupport(),
    storage: 'fine',
    cleared: false,
    seenCleared: () => {
      tell({ cleared: false });
      void writeMarks(marks, { cleared: undefined });
    },
  });
  const tell = (change: Partial<AppState>) => {
    appState.set({ ...appState.get(), ...change });
    if (change.storage) open?.view.update({ storage: change.storage });
  };
  install.subscribe(() => tell({ install: install.offer() }));

  const update = createUpdate({
    takeOver: () => worker?.takeOver(),
    check: async () => worker?.check(),
    hasUnsaved,
    pauseSync: async () => open?.place?.stop(),
    // The old version goes on after all: a fresh start of the tab's syncing is a fresh start of the tab.
    resumeSync: () => void inTurn(reopenAnew),
    reload: reloadPage,
    createAlarm,
    changed: (next) => tell({ update: next }),
  });

  const send: Send = (request) => http.send(request);
  const { sendAs, refresh, renew } = createSender({
    http,
    marks,
    accountId: () => open?.accountId ?? null,
    deviceId: async () => (open ? open.deviceId() : newId(entropy)),
    signedOut: () => open?.place?.tell({ kind: 'online' }),
  });

  // --- which account is open ---------------------------------------------------------------------------------------
  const tabs = openTabChannel<'session'>('holdfast/session', () => void inTurn(() => follow()));
  const sessionDeps: SessionDeps = {
    marks,
    send,
    sendAs,
    renew,
    newWorkspaceId: () => newId(entropy),
    // Once in a device's life: not in the first paint's chunk.
    adopt: async (to) => (await import('./adopt-local')).adoptLocal(to),
    waiting: async () => (open ? open.waiting() : 0),
    close: () => inTurn(close),
    deleteDatabase: (name) => new HoldfastDatabase(databaseName(name)).delete(),
    reopen: () => inTurn(() => follow()),
    tellTabs: () => tabs.post('session'),
  };
  const session = createSession(sessionDeps);
  /** A sign-out that the server has not heard of goes first (CL11). */
  const sendInOrder: Send = async (request) => {
    if (!open?.accountId) await deliverSignOut(sessionDeps);
    return sendAs(request);
  };
  const show = (id: string): Promise<void> => {
    chosen = id;
    return session.show(id);
  };

  // One change of account at a time.
  let turn: Promise<void> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work).catch(fail);
    return turn;
  }

  async function close(): Promise<void> {
    const closing = open;
    open = null;
    if (closing) state.set({ kind: 'starting' });
    await closing?.close();
  }

  async function reopenAnew(): Promise<void> {
    await close();
    await follow();
  }

  /** Opens what the marks name; where it is open already, only the list and the screen's workspace follow. */
  async function follow(read?: SessionMarks): Promise<void> {
    const next = read ?? (await readMarks(marks));
    const signedIn = next.session ?? null;
    const accountId = signedIn?.account.id ?? null;
    // Another account, or the same one's database was cleared in another tab.
    if (open !== null && (open.accountId !== accountId || open.db.failure !== null)) await close();
    // Tabs show different workspaces: the marks only say where a new one begins.
    const here = state.get().kind === 'open' ? chosen : null;
    const listed = here !== null && signedIn?.workspaces.some((ws) => ws.id === here);
    const active = listed ? here : (signedIn?.activeId ?? (await localWorkspace(sessionDeps)));
    const moved = active !== followed || namesOf(shown) !== namesOf(next);
    chosen = active;
    followed = active;
    shown = next;
    if (open === null) {
      open = await openAccount(openDeps, signedIn, active);
      open.view.subscribe(viewChanged);
      void noteCopy(marks, next, open).then((cleared) => tell({ cleared }), fail);
    } else if (signedIn && moved) {
      open.follow(
        signedIn.workspaces.map((ws) => ws.id),
        active,
      );
    }
    publish(active);
  }

  function publish(active: string): void {
    if (open === null) return;
    const before = state.get();
    const unchanged =
      before.kind === 'open' && before.db === open.db && before.context.workspaceId === active;
    state.set({
      kind: 'open',
      db: open.db,
      context: unchanged ? before.context : open.context(active),
      session: sessionOf(active),
      sync: open.view,
    });
  }

  let standing: Session['standing'] = 'none';
  const standingNow = (): Session['standing'] =>
    open?.accountId == null ? 'none' : open.view.get().statement.kind === 'signed-out' ? 'out' : 'in';
  let wakeAsked = false;
  function viewChanged(): void {
    const current = state.get();
    const view = open?.view.get();
    // With changes waiting and no answer: the browser may wake the worker once there is a network.
    // Asked once until all is sent: the wake itself makes the next look, and must not make the next question.
    if (view?.waiting === 0) wakeAsked = false;
    else if (view?.offline && !wakeAsked) {
      wakeAsked = true;
      void worker?.wakeLater();
    }
    if (current.kind === 'open' && standing !== standingNow()) publish(current.context.workspaceId);
  }

  function sessionOf(active: string): Session {
    standing = standingNow();
    const signedIn = shown?.session;
    const local: SessionWorkspace = {
      id: active,
      name: appWords.get().onThisDevice,
      role: 'owner',
      personal: true,
    };
    return {
      standing,
      account: signedIn?.account ?? null,
      workspaces: signedIn?.workspaces ?? [local],
      workspaceId: active,
      deviceName: deviceName(),
      send: sendInOrder,
      signUp: session.signUp,
      signIn: session.signIn,
      clearDevice: session.clear,
      signOut: async (leaving) => void (await session.signOut(leaving)),
      openWorkspace: show,
      async createWorkspace(name) {
        const id = newId(entropy);
        const made = await account.createWorkspace(sendAs, { id, name });
        if (made.kind !== 'ok') return made;
        const me = await session.askMe();
        if (me.kind === 'ok') await show(id);
        return me;
      },
      refresh: session.askMe,
    };
  }

  const openDeps = {
    send: (request: Parameters<Send>[0]) => http.send(request),
    refresh,
    onOutdated: () => void inTurn(outdated),
    onBlocked: () => closed('blocked'),
    needsUpdate: () => update.look(),
    onWrite() {
      if (askedToPersist) return;
      askedToPersist = true;
      void askToPersist();
    },
    sessionLost: () => undefined,
    left: (id: string) => void session.left(id),
    askMe: () => void session.askMe(),
    heardBuild(build: string) {
      if (lastBuild !== null && build !== lastBuild) update.look();
      lastBuild = build;
    },
    storageNews(trouble: StorageTrouble | null) {
      // A database that another tab closed or deleted is no trouble of the device's: `outdated` sees to it.
      if (trouble !== 'closed') tell({ storage: storageState(trouble) });
    },
    storeFailed(error: unknown) {
      if (!(error instanceof StorageFailure)) report('the store refused', error);
    },
    report,
  };

  /** Another tab deleted or upgraded this database: where the marks name another account, that is all there is to it. */
  async function outdated(): Promise<void> {
    const next = await readMarks(marks);
    if ((next.session?.account.id ?? null) !== (open?.accountId ?? null)) await follow();
    // Words that are nowhere but on this screen stay there, to be copied.
    else if (hasUnsaved()) tell({ storage: 'outdated' });
    else closed('outdated');
  }

  function closed(reason: ClosedReason): void {
    state.set({ kind: 'closed', reason, words: closedWords(reason) });
  }
  function fail(error: unknown): void {
    if (!(error instanceof StorageFailure)) report('opening', error);
    closed(error instanceof StorageFailure ? closedBy(error.trouble) : 'unavailable');
  }

  // --- start -------------------------------------------------------------------------------------------------------
  const first = await readMarks(marks).catch(() => null);
  const opening = inTurn(async () => {
    let standing = first ?? (await readMarks(marks));
    if (standing.adopting) {
      await finishAdopting(sessionDeps);
      standing = await readMarks(marks);
    }
    // A copy that is to be deleted and opened anew: in this order.
    if (standing.deleting.includes(standing.session?.account.id ?? NOBODY)) {
      await finishDeleting(sessionDeps);
      standing = await readMarks(marks);
    }
    await follow(standing);
  });
  // A first visit, or the browser cleared everything. Once in a browser's life: not in the first paint's chunk.
  const startFirst = async () =>
    (await import('./first-start')).firstStart({
      comeBack: session.comeBack,
      marks,
      nobodys: () => (open?.accountId === null && followed !== null ? open.context(followed) : null),
    });
  void opening
    .then(() => (first !== null && isUntouched(first) ? startFirst() : undefined))
    .then(() => new Promise<void>(afterFirstPaint))
    .then(() => finishDeleting(sessionDeps))
    .then(() => deliverSignOut(sessionDeps));
  onVisibility((visible) => {
    if (visible) void open?.probe();
    open?.place?.visible(visible);
    update.visible(visible);
    if (!visible && (open?.view.get().waiting ?? 0) > 0) void worker?.wakeLater();
  });
  onOnline(() => {
    void deliverSignOut(sessionDeps);
    open?.place?.online();
    update.look();
  });
  onOffline(() => open?.place?.tell({ kind: 'doubt' }));
  onMissingChunk(() => !hasUnsaved());
  if (appState.get().offlineSupport === 'yes')
    afterFirstPaint(() => {
      worker = registerWorker({
        waiting: update.waiting,
        replaced: update.replaced,
        message(data) {
          // The browser fires it on its own hint, also where nothing answers: a page in sight looks by itself, and what
          // it says of the connection stays true (CL7).
          if ((data as { type?: unknown } | null)?.type === 'wake' && !isVisible()) open?.place?.online();
        },
        failed: (error) => report('the worker did not register', error),
      });
    });

  // There is something to show: what is open, or why nothing is (another tab may be in the way for long).
  await Promise.race([opening, once(state, ({ kind }) => kind !== 'starting')]);
  return { state, appState, marks };
}
