/**
 * A server small enough for tests of the client core: the real merge, the real wire, one workspace, in memory. What
 * it leaves out (roles, references, storage) has tests of its own.
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { applyOp } from '@holdfast/shared/merge/apply-op';
import type { Author, ConcurrentChange } from '@holdfast/shared/merge/outcome';
import { conflictRow, stampVersion } from '@holdfast/shared/merge/pending-row';
import type { Mutation, Op } from '@holdfast/shared/sync/op';
import type { MutationResult, SyncResponse } from '@holdfast/shared/sync/protocol';
import { WORKSPACE } from '@holdfast/shared/testing/build';

interface Past extends ConcurrentChange {
  readonly version: number;
  readonly mutationId: string;
}

interface State {
  head: number;
  readonly rows: Map<string, { readonly entity: string; readonly row: Row }>;
  readonly history: Map<string, Past[]>;
  readonly marks: Map<number, string>;
  readonly results: Map<string, MutationResult>;
  readonly acks: Map<string, number>;
}

export interface MiniServer {
  push(deviceId: string, cursor: string | null, mutations: readonly Mutation[], limit?: number): SyncResponse;
  pull(deviceId: string, cursor: string | null, limit?: number): SyncResponse;
  rows(): readonly { readonly entity: string; readonly row: Row }[];
  row(id: string): Row | undefined;
  /** Puts a row as somebody else would. */
  put(entity: string, row: Row): void;
  /** The database as it was, restored: later versions never happened. */
  save(): () => void;
  /** Takes a row out without a tombstone, as a restore can. */
  lose(id: string): void;
}

export function createMiniServer(
  refuse: (mutation: Mutation) => MutationResult['code'] = () => undefined,
): MiniServer {
  let state: State = empty();
  let history = 0;
  const take = (): number => {
    state.head += 1;
    history += 1;
    state.marks.set(state.head, history.toString(16));
    return state.head;
  };

  function answer(
    deviceId: string,
    cursor: string | null,
    results: MutationResult[],
    limit: number,
  ): SyncResponse {
    const at = cursor === null ? { version: 0, known: true } : read(state, cursor);
    const from = at.known ? at.version : 0;
    const after = [...state.rows.values()]
      .filter(({ row }) => row.version > from)
      .sort((a, b) => a.row.version - b.row.version);
    const page = after.slice(0, limit);
    const more = after.length > limit;
    const version = more ? (page.at(-1)?.row.version ?? from) : state.head;
    return {
      ack: state.acks.get(deviceId) ?? 0,
      now: 0,
      results,
      changes: page,
      cursor: `${version}.${state.marks.get(version) ?? '0'}`,
      version: state.head,
      more,
      reset: !at.known,
    };
  }

  function applyMutation(deviceId: string, mutation: Mutation): MutationResult {
    const base = { id: mutation.id, seq: mutation.seq, duplicate: false };
    const code = refuse(mutation);
    if (code !== undefined) return { ...base, outcome: 'rejected', version: null, code };
    const author: Author = {
      workspaceId: WORKSPACE,
      time: mutation.at,
      deviceId,
      accountId: deviceId,
      mutationId: mutation.id,
    };
    const drafts = new Map<string, { entity: string; row: Row }>();
    const past: [string, Past][] = [];
    const left: string[] = [];
    let outcome: MutationResult['outcome'] = 'applied';
    for (const op of mutation.ops) {
      const before = drafts.get(op.id)?.row ?? state.rows.get(op.id)?.row ?? null;
      const result = applyOp(before, op, others(state, op, deviceId), author);
      if (result.kind === 'rejected')
        return { ...base, outcome: 'rejected', version: null, code: result.code };
      if (result.kind !== 'applied') outcome = result.kind;
      left.push(...result.left);
      if (result.row !== before) drafts.set(op.id, { entity: op.entity, row: result.row });
      for (const draft of result.conflicts)
        drafts.set(draft.id, { entity: 'conflict', row: conflictRow(draft, author) });
      for (const change of result.changed)
        if (change.field !== '_')
          past.push([
            op.id,
            {
              field: change.field,
              from: change.from,
              value: change.to,
              time: author.time,
              deviceId,
              accountId: deviceId,
              version: 0,
              mutationId: mutation.id,
            },
          ]);
    }
    let version = state.head;
    for (const [id, { entity, row }] of drafts) {
      version = take();
      state.rows.set(id, { entity, row: stampVersion(row, version) });
      for (const [rowId, change] of past)
        if (rowId === id) state.history.set(id, [...(state.history.get(id) ?? []), { ...change, version }]);
    }
    return { ...base, outcome, version, ...(left.length > 0 ? { left } : {}) };
  }

  return {
    push(deviceId, cursor, mutations, limit = 1000) {
      const results = mutations.map((mutation) => {
        const known = state.results.get(mutation.id);
        const result = known ? { ...known, duplicate: true } : applyMutation(deviceId, mutation);
        state.results.set(mutation.id, result);
        state.acks.set(deviceId, Math.max(state.acks.get(deviceId) ?? 0, mutation.seq));
        return { ...result, seq: mutation.seq };
      });
      return answer(deviceId, cursor, results, limit);
    },
    pull: (deviceId, cursor, limit = 1000) => answer(deviceId, cursor, [], limit),
    rows: () => [...state.rows.values()],
    row: (id) => state.rows.get(id)?.row,
    put(entity, row) {
      state.rows.set(row.id, { entity, row: { ...row, version: take() } });
    },
    save() {
      const kept = copy(state);
      return () => {
        state = copy(kept);
      };
    },
    lose(id) {
      state.rows.delete(id);
    },
  };
}

const empty = (): State => ({
  head: 0,
  rows: new Map(),
  history: new Map(),
  marks: new Map([[0, '0']]),
  results: new Map(),
  acks: new Map(),
});

const copy = (state: State): State => ({
  head: state.head,
  rows: new Map(state.rows),
  history: new Map(state.history),
  marks: new Map(state.marks),
  results: new Map(state.results),
  acks: new Map(state.acks),
});

function read(state: State, cursor: string): { readonly version: number; readonly known: boolean } {
  const [version = '0', mark] = cursor.split('.');
  return {
    version: Number(version),
    known: Number(version) <= state.head && state.marks.get(Number(version)) === mark,
  };
}

/** Changes after `base` by others, but for the op's own chain. */
const others = (state: State, op: Op, deviceId: string): ConcurrentChange[] =>
  (state.history.get(op.id) ?? []).filter(
    (change) => change.version > op.base && change.deviceId !== deviceId,
  );
