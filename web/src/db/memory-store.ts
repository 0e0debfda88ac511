/**
 * `LocalStore` in memory: the twin on which the core is tested and simulated. One transaction at a time; a throw
 * leaves everything as it was. Values are frozen copies, so that nobody shares an object with the store.
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

interface State {
  readonly rows: Map<string, Row>;
  readonly confirmed: Map<string, Row | null>;
  readonly outbox: Map<string, OutboxEntry>;
  readonly acked: Map<string, AckedEntry>;
  readonly rejected: Map<string, RejectedEntry>;
  readonly done: Map<string, DoneEntry>;
  readonly meta: Map<string, MetaValue>;
}

export interface MemoryStore extends LocalStore {
  /** Everything in it, for crashes and power loss in the simulation. */
  snapshot(): State;
  restore(state: State): void;
}

export function createMemoryStore(): MemoryStore {
  let state: State = empty();
  let queue: Promise<unknown> = Promise.resolve();
  return {
    transaction<T>(mode: Durability, work: (tx: LocalTransaction) => Promise<T>): Promise<T> {
      const turn = queue.then(async () => {
        const draft = copy(state);
        const result = await work(transactionOn(draft, mode));
        if (mode !== 'read') state = draft;
        return result;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    snapshot: () => copy(state),
    restore(old) {
      state = copy(old);
    },
  };
}

const empty = (): State => ({
  rows: new Map(),
  confirmed: new Map(),
  outbox: new Map(),
  acked: new Map(),
  rejected: new Map(),
  done: new Map(),
  meta: new Map(),
});

/** Values never change in place, so the maps alone are copied. */
const copy = (state: State): State => ({
  rows: new Map(state.rows),
  confirmed: new Map(state.confirmed),
  outbox: new Map(state.outbox),
  acked: new Map(state.acked),
  rejected: new Map(state.rejected),
  done: new Map(state.done),
  meta: new Map(state.meta),
});

function transactionOn(state: State, mode: Durability): LocalTransaction {
  const write = (change: () => void): Promise<void> => {
    if (mode === 'read') return Promise.reject(new Error('a read-only transaction writes nothing'));
    change();
    return Promise.resolve();
  };
  const seqKey = (workspaceId: string, seq: number): string => `${workspaceId}/${seq}`;
  const rowsOf = (entity: string, workspaceId: string): Row[] =>
    [...state.rows.entries()]
      .filter(([key]) => key.startsWith(`${workspaceId}/${entity}/`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row);
  const inWorkspace = <E extends { readonly workspaceId: string }>(
    entries: Map<string, E>,
    workspaceId?: string,
  ): E[] =>
    [...entries.values()].filter((entry) => workspaceId === undefined || entry.workspaceId === workspaceId);
  const outbox = (workspaceId?: string): OutboxEntry[] =>
    inWorkspace(state.outbox, workspaceId).sort(
      (a, b) => (a.workspaceId < b.workspaceId ? -1 : a.workspaceId > b.workspaceId ? 1 : 0) || a.seq - b.seq,
    );
  const acked = (workspaceId?: string): AckedEntry[] =>
    inWorkspace(state.acked, workspaceId).sort(
      (a, b) => a.mutation.at - b.mutation.at || a.mutation.seq - b.mutation.seq,
    );

  return {
    row: async (entity, workspaceId, id) => state.rows.get(rowKey(workspaceId, entity, id)),
    rows: async (entity, workspaceId) => rowsOf(entity, workspaceId),
    rowIds: async (entity, workspaceId) => rowsOf(entity, workspaceId).map((row) => row.id),
    putRow: (entity, row) =>
      write(() => state.rows.set(rowKey(row.workspaceId, entity, row.id), frozen(row))),
    putRows: (entity, rows) =>
      write(() => {
        for (const row of rows) state.rows.set(rowKey(row.workspaceId, entity, row.id), frozen(row));
      }),
    deleteRow: (entity, workspaceId, id) => write(() => state.rows.delete(rowKey(workspaceId, entity, id))),
    entityNames: async (workspaceId) => [
      ...new Set([
        ...ENTITIES.map((entity) => entity.name),
        ...[...state.rows.keys()]
          .map(rowAddress)
          .filter((at) => at.workspaceId === workspaceId)
          .map((at) => at.entity),
      ]),
    ],

    confirmed: async (entity, workspaceId, id) => state.confirmed.get(rowKey(workspaceId, entity, id)),
    putConfirmed: (entity, workspaceId, id, row) =>
      write(() => state.confirmed.set(rowKey(workspaceId, entity, id), row && frozen(row))),
    deleteConfirmed: (entity, workspaceId, id) =>
      write(() => state.confirmed.delete(rowKey(workspaceId, entity, id))),
    pendingRows: async (workspaceId) =>
      [...state.confirmed.keys()].filter((key) => key.startsWith(`${workspaceId}/`)),

    outbox: async (workspaceId, limit) => outbox(workspaceId).slice(0, limit),
    outboxCount: async (workspaceId) => outbox(workspaceId).length,
    outboxById: async (mutationId) => outbox().find((entry) => entry.mutation.id === mutationId),
    outboxOf: async (key) => outbox().filter((entry) => entry.rows.includes(key)),
    putOutbox: (entry) => write(() => state.outbox.set(seqKey(entry.workspaceId, entry.seq), frozen(entry))),
    deleteOutbox: (workspaceId, seq) => write(() => state.outbox.delete(seqKey(workspaceId, seq))),

    acked: async (workspaceId) => acked(workspaceId),
    ackedById: async (mutationId) => state.acked.get(mutationId),
    ackedInView: async (workspaceId) => acked(workspaceId).filter((entry) => entry.passed === 0),
    ackedOf: async (key) => acked().filter((entry) => entry.rows.includes(key)),
    putAcked: (entry) => write(() => state.acked.set(entry.mutation.id, frozen(entry))),
    deleteAcked: (mutationId) => write(() => state.acked.delete(mutationId)),
    pruneAcked: (workspaceId, time) =>
      write(() => {
        for (const entry of acked(workspaceId))
          if (entry.passed === 1 && entry.ackedAt < time) state.acked.delete(entry.mutation.id);
      }),

    rejected: async (workspaceId) =>
      inWorkspace(state.rejected, workspaceId).sort(
        (a, b) => a.rejectedAt - b.rejectedAt || a.mutation.seq - b.mutation.seq,
      ),
    rejectedById: async (mutationId) => state.rejected.get(mutationId),
    putRejected: (entry) => write(() => state.rejected.set(entry.mutation.id, frozen(entry))),
    deleteRejected: (mutationId) => write(() => state.rejected.delete(mutationId)),

    done: async (workspaceId) =>
      inWorkspace(state.done, workspaceId).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    doneById: async (id) => state.done.get(id),
    doneBy: async (mutationId) => [...state.done.values()].filter((entry) => entry.mutationId === mutationId),
    putDone: (entry) => write(() => state.done.set(entry.id, frozen(entry))),
    deleteDone: (ids) =>
      write(() => {
        for (const id of ids) state.done.delete(id);
      }),

    meta: async (key) => state.meta.get(key),
    putMeta: (key, value) => write(() => state.meta.set(key, frozen(value))),
    deleteMeta: (key) => write(() => state.meta.delete(key)),
    metaKeys: async (prefix) => [...state.meta.keys()].filter((key) => key.startsWith(prefix)).sort(),
  };
}

/** A copy that nobody can change, as IndexedDB gives one. */
function frozen<T>(value: T): T {
  return deepFreeze(structuredClone(value));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
