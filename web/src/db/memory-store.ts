/**
 * `LocalStore` in memory: the twin on which the core is tested and simulated. One transaction at a time; a throw
 * leaves everything as it was. Values are frozen, so that nobody changes an object of the store. A state never changes
 * either: a transaction copies the maps that it writes to, so that a snapshot costs nothing.
 */

import type { Row } from '@holdfast/shared/entities/define-entity';
import { ENTITIES } from '@holdfast/shared/entities/index';
import {
  type AckedEntry,
  type DoneEntry,
  type Durability,
  type LocalStore,
  type LocalTransaction,
  type MetaValue,
  type OutboxEntry,
  type RejectedEntry,
  rowAddress,
  rowKey,
} from './local-store';

export interface LocalState {
  readonly rows: ReadonlyMap<string, Row>;
  readonly confirmed: ReadonlyMap<string, Row | null>;
  readonly outbox: ReadonlyMap<string, OutboxEntry>;
  readonly acked: ReadonlyMap<string, AckedEntry>;
  readonly rejected: ReadonlyMap<string, RejectedEntry>;
  readonly done: ReadonlyMap<string, DoneEntry>;
  readonly meta: ReadonlyMap<string, MetaValue>;
}

export interface MemoryStore extends LocalStore {
  /** Everything in it, for crashes and power loss in the simulation. */
  snapshot(): LocalState;
  restore(state: LocalState): void;
}

export function createMemoryStore(): MemoryStore {
  let state: LocalState = EMPTY;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    transaction<T>(mode: Durability, work: (tx: LocalTransaction) => Promise<T>): Promise<T> {
      const turn = queue.then(async () => {
        const draft = new Draft(state);
        const result = await work(transactionOn(draft, mode));
        if (mode !== 'read') state = draft.state;
        return result;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    snapshot: () => state,
    restore(old) {
      state = old;
    },
  };
}

const EMPTY: LocalState = {
  rows: new Map(),
  confirmed: new Map(),
  outbox: new Map(),
  acked: new Map(),
  rejected: new Map(),
  done: new Map(),
  meta: new Map(),
};

type ValueIn<S extends keyof LocalState> = LocalState[S] extends ReadonlyMap<string, infer V> ? V : never;

/** A state to be: the maps of the one before until one of them is written to. */
class Draft {
  state: LocalState;
  readonly #own = new Set<keyof LocalState>();

  constructor(before: LocalState) {
    this.state = before;
  }

  set<S extends keyof LocalState>(store: S, key: string, value: ValueIn<S>): void {
    this.#mapOf(store).set(key, frozen(value));
  }

  delete(store: keyof LocalState, key: string): void {
    this.#mapOf(store).delete(key);
  }

  #mapOf(store: keyof LocalState): Map<string, unknown> {
    if (!this.#own.has(store)) {
      this.#own.add(store);
      this.state = { ...this.state, [store]: new Map<string, unknown>(this.state[store]) };
    }
    return this.state[store] as Map<string, unknown>;
  }
}

function transactionOn(draft: Draft, mode: Durability): LocalTransaction {
  const write = (change: () => void): Promise<void> => {
    if (mode === 'read') return Promise.reject(new Error('a read-only transaction writes nothing'));
    change();
    return Promise.resolve();
  };
  const seqKey = (workspaceId: string, seq: number): string => `${workspaceId}/${seq}`;
  const rowsOf = (entity: string, workspaceId: string): Row[] =>
    [...draft.state.rows.entries()]
      .filter(([key]) => key.startsWith(`${workspaceId}/${entity}/`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row);
  const inWorkspace = <E extends { readonly workspaceId: string }>(
    entries: ReadonlyMap<string, E>,
    workspaceId?: string,
  ): E[] =>
    [...entries.values()].filter((entry) => workspaceId === undefined || entry.workspaceId === workspaceId);
  const outbox = (workspaceId?: string): OutboxEntry[] =>
    inWorkspace(draft.state.outbox, workspaceId).sort(
      (a, b) => (a.workspaceId < b.workspaceId ? -1 : a.workspaceId > b.workspaceId ? 1 : 0) || a.seq - b.seq,
    );
  const acked = (workspaceId?: string): AckedEntry[] =>
    inWorkspace(draft.state.acked, workspaceId).sort(
      (a, b) => a.mutation.at - b.mutation.at || a.mutation.seq - b.mutation.seq,
    );

  return {
    row: async (entity, workspaceId, id) => draft.state.rows.get(rowKey(workspaceId, entity, id)),
    rows: async (entity, workspaceId) => rowsOf(entity, workspaceId),
    rowIds: async (entity, workspaceId) => rowsOf(entity, workspaceId).map((row) => row.id),
    putRow: (entity, row) => write(() => draft.set('rows', rowKey(row.workspaceId, entity, row.id), row)),
    putRows: (entity, rows) =>
      write(() => {
        for (const row of rows) draft.set('rows', rowKey(row.workspaceId, entity, row.id), row);
      }),
    deleteRow: (entity, workspaceId, id) =>
      write(() => draft.delete('rows', rowKey(workspaceId, entity, id))),
    entityNames: async (workspaceId) => [
      ...new Set([
        ...ENTITIES.map((entity) => entity.name),
        ...[...draft.state.rows.keys()]
          .map(rowAddress)
          .filter((at) => at.workspaceId === workspaceId)
          .map((at) => at.entity),
      ]),
    ],

    confirmed: async (entity, workspaceId, id) => draft.state.confirmed.get(rowKey(workspaceId, entity, id)),
    putConfirmed: (entity, workspaceId, id, row) =>
      write(() => draft.set('confirmed', rowKey(workspaceId, entity, id), row)),
    deleteConfirmed: (entity, workspaceId, id) =>
      write(() => draft.delete('confirmed', rowKey(workspaceId, entity, id))),
    pendingRows: async (workspaceId) =>
      [...draft.state.confirmed.keys()].filter((key) => key.startsWith(`${workspaceId}/`)),

    outbox: async (workspaceId, limit) => outbox(workspaceId).slice(0, limit),
    outboxCount: async (workspaceId) => outbox(workspaceId).length,
    outboxById: async (mutationId) => outbox().find((entry) => entry.mutation.id === mutationId),
    outboxOf: async (key) => outbox().filter((entry) => entry.rows.includes(key)),
    markFrozen: (entries) =>
      write(() => {
        for (const entry of entries) draft.set('outbox', seqKey(entry.workspaceId, entry.seq), entry);
      }),
    putOutbox: (entry) => write(() => draft.set('outbox', seqKey(entry.workspaceId, entry.seq), entry)),
    deleteOutbox: (workspaceId, seq) => write(() => draft.delete('outbox', seqKey(workspaceId, seq))),

    acked: async (workspaceId) => acked(workspaceId),
    ackedById: async (mutationId) => draft.state.acked.get(mutationId),
    ackedInView: async (workspaceId) => acked(workspaceId).filter((entry) => entry.passed === 0),
    ackedOf: async (key) => acked().filter((entry) => entry.rows.includes(key)),
    putAcked: (entry) => write(() => draft.set('acked', entry.mutation.id, entry)),
    deleteAcked: (mutationId) => write(() => draft.delete('acked', mutationId)),
    pruneAcked: (workspaceId, time) =>
      write(() => {
        for (const entry of acked(workspaceId))
          if (entry.passed === 1 && entry.ackedAt < time) draft.delete('acked', entry.mutation.id);
      }),

    rejected: async (workspaceId) =>
      inWorkspace(draft.state.rejected, workspaceId).sort(
        (a, b) => a.rejectedAt - b.rejectedAt || a.mutation.seq - b.mutation.seq,
      ),
    rejectedById: async (mutationId) => draft.state.rejected.get(mutationId),
    putRejected: (entry) => write(() => draft.set('rejected', entry.mutation.id, entry)),
    deleteRejected: (mutationId) => write(() => draft.delete('rejected', mutationId)),

    done: async (workspaceId) =>
      inWorkspace(draft.state.done, workspaceId).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    doneById: async (id) => draft.state.done.get(id),
    doneBy: async (mutationId) =>
      [...draft.state.done.values()].filter((entry) => entry.mutationId === mutationId),
    putDone: (entry) => write(() => draft.set('done', entry.id, entry)),
    deleteDone: (ids) =>
      write(() => {
        for (const id of ids) draft.delete('done', id);
      }),

    meta: async (key) => draft.state.meta.get(key),
    putMeta: (key, value) => write(() => draft.set('meta', key, value)),
    deleteMeta: (key) => write(() => draft.delete('meta', key)),
    metaKeys: async (prefix) => [...draft.state.meta.keys()].filter((key) => key.startsWith(prefix)).sort(),
  };
}

/** Deeply frozen by this store: shared as they are. */
const known = new WeakSet<object>();

/** A copy that nobody can change, as IndexedDB gives one; of what was frozen here before the thing itself. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || known.has(value)) return value;
  const copy: object = Array.isArray(value)
    ? value.map((item) => frozen(item as unknown))
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, frozen(inner as unknown)]));
  Object.freeze(copy);
  known.add(copy);
  return copy as T;
}
