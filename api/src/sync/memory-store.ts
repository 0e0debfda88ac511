/**
 * The in-memory twin of the Postgres store: what a deterministic simulation runs the server core on. What a workspace
 * holds never changes in place, so that a backup is a reference.
 */
import { createHash } from 'node:crypto';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { ENTITIES, entityByName } from '@holdfast/shared/entities/index';
import { isTombstone, tombstoneOf } from '@holdfast/shared/merge/tombstone';
import { digestLines } from '@holdfast/shared/sync/digest';
import type { MutationResult, RowChange } from '@holdfast/shared/sync/protocol';
import { COUNTED } from './mass-change';
import type {
  Device,
  GroupingStore,
  HeldMutation,
  HistoryEntry,
  Membership,
  Scope,
  ServerTransaction,
  StoredMutation,
  TaskLinks,
} from './server-store';

export interface Workspace {
  head: number;
  floor: number;
  readonly marks: Map<number, string>;
  /** accountId → role; null: removed. */
  readonly members: Map<string, string | null>;
  readonly rows: Map<string, Map<string, Row>>;
  readonly devices: Map<string, Device>;
  readonly mutations: Map<string, StoredMutation>;
  readonly history: HistoryEntry[];
  readonly held: Map<string, HeldMutation>;
}

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

  const emptied = (): Workspace => ({
    head: 0,
    floor: 0,
    marks: new Map(),
    members: new Map(),
    rows: new Map(),
    devices: new Map(),
    mutations: new Map(),
    history: [],
    held: new Map(),
  });
  const of = (id: string): Workspace => workspaces.get(id) ?? emptied();
  // One after the other: what row locks give on Postgres, nothing more.
  const inTurn = <T>({ workspaceId, mode }: Scope, work: (draft: Workspace) => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      const draft = mode === 'write' ? copyOf(of(workspaceId)) : of(workspaceId);
      const result = await work(draft);
      if (mode === 'write' && workspaces.has(workspaceId)) workspaces.set(workspaceId, draft);
      return result;
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  return {
    found(workspaceId, members) {
      const workspace = emptied();
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
    transaction: (scope, work) => inTurn(scope, (draft) => work(onWorkspace(draft, scope.accountId))),
    together: ([first, ...rest]) =>
      first === undefined
        ? Promise.resolve([])
        : inTurn(first.scope, async (draft) => {
            const results = [];
            for (const { scope, work } of [first, ...rest])
              results.push(await work(onWorkspace(draft, scope.accountId)));
            return results;
          }),
  };
}

/** What a transaction may change is copied; rows and entries never change, they are replaced. */
const copyOf = (ws: Workspace): Workspace => ({
  ...ws,
  marks: new Map(ws.marks),
  members: new Map(ws.members),
  rows: new Map([...ws.rows].map(([entity, table]) => [entity, new Map(table)])),
  devices: new Map(ws.devices),
  mutations: new Map(ws.mutations),
  history: [...ws.history],
  held: new Map(ws.held),
});

function onWorkspace(ws: Workspace, accountId: string): ServerTransaction {
  const all = (entity: string) => [...(ws.rows.get(entity)?.values() ?? [])];
  const membership = (): Membership => {
    const role = ws.members.get(accountId);
    if (role === undefined) return { kind: 'stranger' };
    return role === null ? { kind: 'removed' } : { kind: 'member', role };
  };
  const head = () => ({ version: ws.head, floor: ws.floor, historyFloor: 0 });
  const marks = (versions: readonly number[]) =>
    new Map(
      versions.flatMap((version) => (ws.marks.has(version) ? [[version, ws.marks.get(version) ?? '']] : [])),
    );
  return {
    membership: async () => membership(),
    open: async (deviceId, mutationIds, versions) => ({
      ...head(),
      membership: membership(),
      device: ws.devices.get(deviceId) ?? null,
      mutations: mutationIds.flatMap((id) => ws.mutations.get(id) ?? []),
      marks: marks(versions),
    }),
    membersAmong: async (accountIds) => accountIds.filter((id) => ws.members.has(id)),
    device: async (id) => ws.devices.get(id) ?? null,
    async deviceNames(ids) {
      return new Map(ids.flatMap((id) => (ws.devices.has(id) ? [[id, ws.devices.get(id)?.name ?? '']] : [])));
    },
    async putDevice(device) {
      ws.devices.set(device.id, device);
    },
    async resultsAfter(deviceId, seq, limit) {
      return [...ws.mutations.values()]
        .filter((mutation) => mutation.deviceId === deviceId && mutation.seq > seq)
        .sort((a, b) => a.seq - b.seq)
        .slice(0, limit)
        .map(
          (mutation): MutationResult =>
            ({ ...mutation.result, id: mutation.id, seq: mutation.seq, duplicate: true }) as MutationResult,
        );
    },
    async rejectedCreations(rowIds) {
      const rejected = new Set([...ws.mutations.values()].flatMap((mutation) => mutation.rejectedRows));
      return rowIds.filter((id) => rejected.has(id));
    },
    async rows(entity, ids) {
      const rows = ws.rows.get(entity);
      return [...ids].sort().flatMap((id) => rows?.get(id) ?? []);
    },
    async linksAbove(taskIds) {
      const tasks = ws.rows.get('task');
      return reach(taskIds, (id) => {
        const row = tasks?.get(id);
        if (!row) return null;
        const links: TaskLinks = {
          id,
          parentId: row.parentId as string | null,
          dependsOn: row.dependsOn as readonly string[],
        };
        return [links, [...links.dependsOn, ...(links.parentId ? [links.parentId] : [])]];
      });
    },
    chainOf: async (mutationIds) =>
      reach(mutationIds, (id) => {
        const stored = ws.mutations.get(id);
        return stored ? [{ id, after: stored.after }, Object.values(stored.after)] : null;
      }),
    history: async (rowIds, above) =>
      ws.history.filter((entry) => rowIds.includes(entry.rowId) && entry.version > above),
    rowHistory: async (entity, rowId, before, limit) =>
      ws.history
        .filter((entry) => entry.entity === entity && entry.rowId === rowId && isBefore(entry, before))
        .sort((a, b) => b.version - a.version || b.n - a.n)
        .slice(0, limit)
        .map((entry) => ({
          ...entry,
          deviceName: ws.devices.get(entry.deviceId)?.name ?? null,
          name: ws.mutations.get(entry.mutationId)?.name ?? null,
        })),
    async deletions(account, from, to) {
      const last = new Map<string, HistoryEntry>();
      for (const entry of ws.history)
        if (entry.field === 'deletedAt') last.set(`${entry.entity}/${entry.rowId}`, entry);
      return [...last.values()]
        .filter(
          ({ accountId: by, time, to: at }) => by === account && at !== null && time >= from && time <= to,
        )
        .map(({ entity, rowId, time }) => ({ entity, rowId, time }));
    },
    async census() {
      const live = (entity: string) => all(entity).filter((row) => row.deletedAt === null);
      const gone = new Set(all('project').flatMap((row) => (row.deletedAt === null ? [] : [row.id])));
      const standing = COUNTED.map((name) => [
        name,
        live(name).filter((row) => name !== 'task' || !gone.has(String(row.projectId))).length,
      ]);
      const others = [...ws.members].filter(([account, role]) => account !== accountId && role !== null);
      return { others: others.length, standing: Object.fromEntries(standing) };
    },
    tasksOf: async (projectIds) =>
      all('task').flatMap((row) =>
        row.deletedAt === null && projectIds.includes(String(row.projectId))
          ? [{ id: row.id, projectId: String(row.projectId) }]
          : [],
      ),
    openHolds: async (account) =>
      all('hold').filter((row) => row.state === 'held' && row.accountId === account),
    heldOf: async (holdIds) =>
      [...ws.held.values()].filter(({ holdId }) => holdIds.includes(holdId)).sort(inOrderMade),
    heldByIds: async (ids) => ids.flatMap((id) => ws.held.get(id) ?? []),
    head: async () => head(),
    marks: async (versions) => marks(versions),
    async changesAbove(version, limit) {
      return ENTITIES.flatMap(({ name }) => all(name).map((row) => ({ entity: name, row })))
        .filter(({ row }) => row.version > version)
        .sort((a, b) => a.row.version - b.row.version)
        .slice(0, limit);
    },
    async digest() {
      return Object.fromEntries(
        ENTITIES.map(({ name }) => {
          const lines = digestLines(all(name));
          const hash = createHash('sha256').update(lines.join('')).digest('hex');
          return [name, { count: lines.length, hash }];
        }),
      );
    },
    async takeVersions(count, mark) {
      const first = ws.head + 1;
      for (let version = first; version < first + count; version++) ws.marks.set(version, mark);
      ws.head += count;
      return first;
    },
    async writeRows(entity, rows) {
      const table = ws.rows.get(entity) ?? new Map<string, Row>();
      for (const row of rows) table.set(row.id, row);
      ws.rows.set(entity, table);
    },
    async insertRows(entity, rows) {
      const table = ws.rows.get(entity) ?? new Map<string, Row>();
      for (const row of rows) {
        if (table.has(row.id)) throw new Error('a row that was not there');
        table.set(row.id, row);
      }
      ws.rows.set(entity, table);
    },
    async writeHistory(entries) {
      ws.history.push(...entries);
    },
    async writeMutations(mutations) {
      for (const mutation of mutations) {
        if (ws.mutations.has(mutation.id)) throw new Error('a mutation id twice');
        ws.mutations.set(mutation.id, mutation);
      }
    },
    async writeHeld(held) {
      for (const one of held) ws.held.set(one.id, one);
    },
    async deleteHeld(ids) {
      for (const id of ids) ws.held.delete(id);
    },
  };
}

type Place = { readonly version: number; readonly n: number };
const isBefore = (entry: Place, place: Place | null): boolean =>
  place === null || entry.version < place.version || (entry.version === place.version && entry.n < place.n);
const inOrderMade = (a: HeldMutation, b: HeldMutation): number =>
  a.deviceId === b.deviceId ? a.seq - b.seq : a.deviceId < b.deviceId ? -1 : 1;

/** Everything that can be reached, each once. @param look what is there, and what it leads to */
function reach<T>(
  from: readonly string[],
  look: (id: string) => readonly [T, readonly string[]] | null,
): T[] {
  const seen = new Set(from);
  const found: T[] = [];
  for (const id of seen) {
    const step = look(id);
    if (!step) continue;
    found.push(step[0]);
    for (const next of step[1]) seen.add(next);
  }
  return found;
}
