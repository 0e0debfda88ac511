import type { SyncView } from '../features/sync/sync-context';

/** Everything is saved; `over` says what is otherwise. */
export const syncView = (over: Partial<SyncView> = {}): SyncView => ({
  statement: { kind: 'saved', text: 'Everything is saved', second: '', count: null, fraction: null },
  waiting: 0,
  needsYou: 0,
  forAdmins: 0,
  offline: false,
  serverTrouble: false,
  nextTryAt: null,
  needsUpdate: false,
  moving: null,
  asOf: null,
  firstLoad: false,
  alone: false,
  unknownWorkspaces: [],
  syncNow: () => undefined,
  compare: () => undefined,
  ...over,
});
