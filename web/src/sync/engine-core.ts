/** The store's transactions as the engine asks for them. */
import type { Entropy } from '@holdfast/shared/sync/ids';
import type { LocalStore } from '../db/local-store';
import type { SyncCore } from './engine-deps';
import { freezeHead, noteTry, standing } from './freeze';
import { leaveWorkspace } from './leave';
import { receive } from './receive';
import { startOver } from './receive-walk';
import { renumber } from './renumber';

export interface CoreDeps extends Entropy {
  readonly store: LocalStore;
  readonly accountId: string;
  /** Rows of the server that do not parse: entity and field, never text (PL2). */
  readonly reportRefused: (rows: readonly { readonly entity: string; readonly field: string }[]) => void;
}

export function createSyncCore(deps: CoreDeps): SyncCore {
  const { store, accountId } = deps;
  return {
    freezeHead: (workspaceId, limit, choose) => freezeHead(store, workspaceId, limit, deps, choose),
    position: (workspaceId) => standing(store, workspaceId, deps),
    async receive(workspaceId, sentFrom, response) {
      const taken = await receive({ store, accountId, workspaceId, sentFrom, response, now: deps.now() });
      if (taken.refusedRows.length > 0) deps.reportRefused(taken.refusedRows);
      const { settled, moved, complete, waiting } = taken;
      return { settled, moved, complete, waiting, refusedRows: taken.refusedRows.length > 0 };
    },
    async renumber(workspaceId, lost) {
      await renumber(store, deps);
      // What it has lost goes out again before what was made on it: in the order of their making (PL4).
      if (lost) await startOver(store, workspaceId, deps.now());
    },
    noteTry: (workspaceId) => noteTry(store, workspaceId, deps.now()),
    leave: (workspaceId) => leaveWorkspace(store, workspaceId, deps.now()),
  };
}
