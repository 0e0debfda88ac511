/** Starts the app in this tab: opens what the marks name, then registers the worker, listens, and asks the server. */

import { newId } from '@holdfast/shared/sync/ids';
import { databaseName, HoldfastDatabase } from '../db/db';
import { StorageFailure, type StorageTrouble } from '../db/storage-failure';
import type { AppState } from '../features/install/app-state-context';
import type { BrowserMarks } from '../platform/browser-marks';
import type { Send } from '../platform/call';
import { now, randomBytes, randomId } from '../platform/entropy';
import { afterFirstPaint } from '../platform/first-paint';
import { browserFetch, createHttp } from '../platform/http';
import { createInstall } from '../platform/install';
import { reloadPage } from '../platform/page';
import { askToPersist } from '../platform/persist';
import { offlineSupport } from '../platform/service-worker';
import { openTabChannel } from '../platform/tab-channel';
import { createAlarm } from '../platform/timers';
import { hasUnsaved } from '../platform/unsaved';
import { createValueStore, once } from '../ui/value-store';
import { listenToBrowser } from './browser-events';
import { noteCopy } from './lost-copy';
import { type OpenDeps, openAccount } from './open-account';
import type { RunningApp, RunningState } from './running-app';
import { createScreenSession } from './screen-session';
import { createSender } from './send-as';
import { createSession, type SessionDeps } from './session';
import { isUntouched, readMarks, writeMarks } from './session-marks';
import { deliverSignOut, finishAdopting, finishDeleting, localWorkspace } from './session-steps';
import { storageState } from './storage-says';
import { createTabAccount } from './tab-account';
import { createUpdate } from './update';

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
  const newWorkspaceId = () => newId({ now, randomBytes });
  const install = createInstall();
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
    if (change.storage) tab.current()?.view.update({ storage: change.storage });
  };
  install.subscribe(() => tell({ install: install.offer() }));

  const update = createUpdate({
    takeOver: () => browser.worker()?.takeOver(),
    check: async () => browser.worker()?.check(),
    hasUnsaved,
    pauseSync: async () => tab.current()?.place?.stop(),
    // The old version goes on after all: a fresh start of the tab's syncing is a fresh start of the tab.
    resumeSync: () =>
      void tab.inTurn(async () => {
        await tab.close();
        await tab.follow();
      }),
    reload: reloadPage,
    createAlarm,
    changed: (next) => tell({ update: next }),
  });

  // --- who is it ---------------------------------------------------------------------------------------------------
  const send: Send = (request) => http.send(request);
  const { sendAs, refresh, renew } = createSender({
    http,
    marks,
    accountId: () => tab.current()?.accountId ?? null,
    deviceId: async () => tab.current()?.deviceId() ?? newId({ now, randomBytes }),
    signedOut: () => tab.current()?.place?.tell({ kind: 'online' }),
  });
  const tabs = openTabChannel<'session'>('holdfast/session', () => void tab.inTurn(() => tab.follow()));
  const sessionDeps: SessionDeps = {
    marks,
    send,
    sendAs,
    renew,
    newWorkspaceId,
    // Once in a device's life: not in the first paint's chunk.
    adopt: async (to) => (await import('./adopt-local')).adoptLocal(to),
    waiting: async () => tab.current()?.waiting() ?? 0,
    close: () => tab.inTurn(tab.close),
    deleteDatabase: (name) => new HoldfastDatabase(databaseName(name)).delete(),
    reopen: () => tab.inTurn(() => tab.follow()),
    signedIn: () => tab.current()?.place?.tell({ kind: 'signed-in' }),
    tellTabs: () => tabs.post('session'),
    deleteLater: () =>
      void finishDeleting(sessionDeps).catch((error: unknown) => report('what is left to delete', error)),
  };
  const session = createSession(sessionDeps);
  const sessionOf = createScreenSession({
    session,
    sendAs,
    // A sign-out that the server has not heard of goes first (CL11).
    async sendInOrder(request) {
      if (!tab.current()?.accountId) await deliverSignOut(sessionDeps);
      return sendAs(request);
    },
    show(id) {
      tab.choose(id);
      return session.show(id);
    },
    newWorkspaceId,
  });

  // --- which account is open ---------------------------------------------------------------------------------------
  const openDeps: OpenDeps = {
    send,
    refresh,
    onOutdated: () => void tab.inTurn(tab.outdated),
    onBlocked: () => tab.closedBecause('blocked'),
    needsUpdate: () => update.look(),
    onWrite() {
      if (askedToPersist) return;
      askedToPersist = true;
      void askToPersist();
    },
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
  const tab = createTabAccount({
    marks,
    state,
    open: (signedIn, active) => openAccount(openDeps, signedIn, active),
    localWorkspace: () => localWorkspace(sessionDeps),
    deleteFirst: (name) => finishDeleting(sessionDeps, name),
    sessionOf,
    opened: async (account, next) => tell({ cleared: await noteCopy(marks, next, account) }),
    wakeLater: () => void browser.worker()?.wakeLater(),
    hasUnsaved,
    keepScreen: () => tell({ storage: 'outdated' }),
    report,
  });

  const browser = listenToBrowser({
    account: tab.current,
    update,
    hasWorker: appState.get().offlineSupport === 'yes',
    online: () => void deliverSignOut(sessionDeps),
    report,
  });

  // --- start -------------------------------------------------------------------------------------------------------
  const first = await readMarks(marks).catch(() => null);
  const opening = tab.inTurn(async () => {
    const standing = first ?? (await readMarks(marks));
    if (standing.adopting) await finishAdopting(sessionDeps);
    await tab.follow(standing.adopting ? undefined : standing);
  });
  // A first visit, or the browser cleared everything. Once in a browser's life: not in the first paint's chunk.
  const startFirst = async () =>
    (await import('./first-start')).firstStart({
      comeBack: session.comeBack,
      marks,
      nobodys() {
        const [open, workspaceId] = [tab.current(), tab.followed()];
        return open?.accountId === null && workspaceId !== null ? open.context(workspaceId) : null;
      },
    });
  opening
    .then(() => (first !== null && isUntouched(first) ? startFirst() : undefined))
    .then(() => new Promise<void>(afterFirstPaint))
    .then(() => finishDeleting(sessionDeps))
    .then(() => deliverSignOut(sessionDeps))
    .catch((error: unknown) => report('what the start left for later', error));

  // There is something to show: what is open, or why nothing is (another tab may be in the way for long).
  await Promise.race([opening, once(state, ({ kind }) => kind !== 'starting')]);
  return { state, appState, marks, report };
}
