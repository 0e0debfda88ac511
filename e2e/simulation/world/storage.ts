/** The server's storage as a world needs it: the port, and what an operator does to it. */
import type { RowChange } from '@holdfast/shared/sync/protocol';
import { createMemoryStore } from '../../../api/src/sync/memory-store';
import type { GroupingStore } from '../../../api/src/sync/server-store';

export interface Storage {
  store(): GroupingStore;
  found(workspaceId: string, members: { readonly [accountId: string]: string }): Promise<void>;
  /** Null: removed. */
  setRole(workspaceId: string, accountId: string, role: string | null): Promise<void>;
  /** What was deleted up to the floor becomes a tombstone, and marks below go. @returns the tombstones */
  prune(workspaceId: string, floor: number, mark: string): Promise<readonly RowChange[]>;
  backup(): Promise<void>;
  /** Back to the last backup. */
  restore(): Promise<void>;
}

export function createMemoryStorage(): Storage {
  const store = createMemoryStore();
  let kept = store.backup();
  return {
    store: () => store,
    found: async (workspaceId, members) => store.found(workspaceId, members),
    setRole: async (workspaceId, accountId, role) => store.setRole(workspaceId, accountId, role),
    prune: async (workspaceId, floor, mark) => store.raiseFloor(workspaceId, floor, mark),
    backup: async () => {
      kept = store.backup();
    },
    restore: async () => store.restore(kept),
  };
}
