/**
 * The in-memory twin of the Postgres store: what a deterministic simulation runs the server core on. What a workspace
 * holds never changes in place, so that a backup is a reference.
 */
import { entityByName } from '@holdfast/shared/entities/index';
import { isTombstone, tombstoneOf } from '@holdfast/shared/merge/tombstone';
import type { RowChange } from '@holdfast/shared/sync/protocol';
import { guard } from './memory/guard';
import { history } from './memory/history';
import { mutations } from './memory/mutations';
import { people } from './memory/people';
import { rows } from './memory/rows';
import { copyOf, emptyWorkspace, type Workspace } from './memory/workspace';
import type { GroupingStore, Scope, ServerTransaction } from './server-store';

export interface MemoryStore extends GroupingStore {
  /** A workspace with these members; head 0. */
  found(workspaceId: string, members: { readonly [accountId: string]: string }): void;
  setRole(workspaceId: string, accountId: string, role: string | null): void;
  /** As prune.ts does it: marks below it go. @returns what was deleted by then, as the tombstones that it becomes */
  raiseFloor(workspaceId: string, floor: number, mark: string): readonly RowChange[];
  /** Everything, as of now; `restore` puts it back, whatever was written since. */
  backup(): ServerState;
  restore(state: ServerState): void;
}

export type ServerState = ReadonlyMap<string, Workspace>;

export function createMemoryStore(): MemoryStore {
  const workspaces = new Map<string, Workspace>();
  let queue: Promise<unknown> = Promise.resolve();

  const of = (id: string): Workspace => workspaces.get(id) ?? emptyWorkspace();
  // One after the other: what row locks give on Postgres, nothing more.
  const inTurn = <T>(work: (draftOf: (scope: Scope) => Workspace) => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      const drafts = new Map<string, Workspace>();
      const result = await work(({ workspaceId, mode }) => {
        if (mode === 'snapshot') return of(workspaceId);
        const draft = drafts.get(workspaceId) ?? copyOf(of(workspaceId));
        drafts.set(workspaceId, draft);
        return draft;
      });
      for (const [id, draft] of drafts) if (workspaces.has(id)) workspaces.set(id, draft);
      return result;
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  return {
    found(workspaceId, members) {
      const workspace = emptyWorkspace();
      for (const [account, role] of Object.entries(members)) workspace.members.set(account, role);
      workspaces.set(workspaceId, workspace);
    },
    setRole(workspaceId, accountId, role) {
      const workspace = copyOf(of(workspaceId));
      workspace.members.set(accountId, role);
      workspaces.set(workspaceId, workspace);
    },
    raiseFloor(workspaceId, floor, mark) {
      const workspace = copyOf(of(workspaceId));
      workspace.floor = floor;
      for (const version of workspace.marks.keys()) if (version < floor) workspace.marks.delete(version);
      const emptied: RowChange[] = [];
      for (const [name, table] of workspace.rows) {
        const entity = entityByName(name);
        for (const row of table.values()) {
          if (!entity || row.deletedAt === null || row.version > floor || isTombstone(row)) continue;
          workspace.head += 1;
          workspace.marks.set(workspace.head, mark);
          const change = { entity: name, row: tombstoneOf(entity, row, workspace.head) };
          table.set(row.id, change.row);
          emptied.push(change);
        }
      }
      workspaces.set(workspaceId, workspace);
      return emptied;
    },
    backup: () => new Map(workspaces),
    restore(state) {
      workspaces.clear();
      for (const [id, workspace] of state) workspaces.set(id, workspace);
    },
    transaction: (scope, work) => inTurn((draftOf) => work(onWorkspace(draftOf(scope), scope.accountId))),
    together: (jobs) =>
      inTurn(async (draftOf) => {
        const results = [];
        for (const { scope, work } of jobs)
          results.push(await work(onWorkspace(draftOf(scope), scope.accountId)));
        return results;
      }),
  };
}

const onWorkspace = (ws: Workspace, accountId: string): ServerTransaction => ({
  ...people(ws, accountId),
  ...mutations(ws),
  ...rows(ws),
  ...history(ws),
  ...guard(ws, accountId),
  nothingFollows: () => undefined,
});
