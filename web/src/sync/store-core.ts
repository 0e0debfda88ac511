/** `SyncCore` on a local store: the transactions of syncing, wired. */
import type { Entropy } from '@holdfast/shared/sync/ids';
import type { LocalStore } from '../db/local-store';
import type { SyncCore } from './engine-deps';
import { freeze, noteTry, outboxHead, standing } from './freeze';
import { leaveWorkspace, markUnknown } from './leave';
import { receive } from './receive';
import { renumber } from './renumber';

export interface CoreDeps extends Entropy {
  readonly store: LocalStore;
  readonly accountId: string;
  /** Rows that did not parse (PL2), by entity and field; never their text. */
  readonly report: (
    workspaceId: string,
    wrong: readonly { readonly entity: string; readonly field: string }[],
  ) => void;
}

export function createSyncCore(deps: CoreDeps): SyncCore {
  const { store, accountId } = deps;
  return {
    outboxHead: (workspaceId, limit) => outboxHead(store, workspaceId, limit, deps),
    freeze: (workspaceId, entries) => freeze(store, workspaceId, entries),
    position: (workspaceId) => standing(store, workspaceId, deps),
    async receive(workspaceId, sentFrom, response) {
      const received = await receive({ store, accountId, workspaceId, sentFrom, response, now: deps.now() });
      if (received.refusedRows.length > 0) deps.report(workspaceId, received.refusedRows);
      return { ...received, refusedRows: received.refusedRows.length > 0 };
    },
    renumber: () => renumber(store, deps),
    noteTry: (workspaceId) => noteTry(store, workspaceId, deps.now()),
    leave: (workspaceId) => leaveWorkspace(store, workspaceId, deps.now()),
    markUnknown: (workspaceId) => markUnknown(store, workspaceId, deps.now()),
  };
}
