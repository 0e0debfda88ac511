/**
 * What a batch does, decided without touching anything (PU1): `planPush(facts, batch) → results, writes`. Mutations are
 * independent of each other; the ops of one succeed or fail together.
 *
 * Per mutation:
 *  1. Known by its id: the stored result again; with another content `reused` (PU2).
 *  2. Unreadable, or given up by its author: rejected, recorded (WR5, PU6).
 *  3. Per op: may this person? does what it refers to exist? does it close a cycle? (AC3, MG9, MG14)
 *  4. `applyOp` on the row as the batch has left it, with what its author had not seen.
 *  5. All ops through: rows, conflicts and history go to the batch; else nothing of it does.
 *  A throw is our bug: the batch stops there, what came before stands (PU6).
 */
import { can } from '@holdfast/shared/access/roles';
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import { applyOp, conflictRow, stampVersion } from '@holdfast/shared/merge/apply-op';
import type {
  Applied,
  Author,
  ConcurrentChange,
  ConflictDraft,
  FieldChange,
} from '@holdfast/shared/merge/outcome';
import type { Mutation, Op } from '@holdfast/shared/sync/op';
import type { MutationResult } from '@holdfast/shared/sync/protocol';
import { type Rejection, reject } from '@holdfast/shared/sync/rejection';
import { type Facts, idsOf, keyOf, referencesOf } from './facts';
import type { Incoming } from './incoming';
import type { HistoryEntry, StoredMutation, StoredResult } from './server-store';

export interface Pusher {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly deviceId: string;
  readonly role: string;
  /** The server's clock and the device's at sending, epoch milliseconds. */
  readonly now: number;
  readonly sentAt: number;
}

/** Of one mutation; versions come with `finish`. */
interface Planned {
  readonly incoming: Incoming;
  readonly duplicate: StoredResult | null;
  readonly outcome: StoredResult['outcome'];
  readonly rejection: Rejection | null;
  readonly rowKeys: readonly string[];
  readonly conflictIds: readonly string[];
  readonly left: readonly string[];
}

export interface Plan {
  readonly planned: readonly Planned[];
  /** Rows to write, in the order in which they were first changed: each gets a version. */
  readonly changed: ReadonlyMap<string, { readonly entity: string; readonly row: Row }>;
  readonly history: readonly DraftEntry[];
  /** What stopped the batch, for the log. */
  readonly failure: unknown;
}

type DraftEntry = Omit<HistoryEntry, 'version' | 'n'> & { readonly key: string };

export function planPush(
  pusher: Pusher,
  facts: Facts,
  known: ReadonlyMap<string, StoredMutation>,
  batch: readonly Incoming[],
): Plan {
  const state: Batch = {
    rows: new Map(facts.rows),
    changed: new Map(),
    history: [],
    rejected: new Set(facts.rejectedCreations),
  };
  const planned: Planned[] = [];
  for (const incoming of batch) {
    try {
      planned.push(planOne(pusher, facts, known, state, incoming));
    } catch (failure) {
      const rest = batch.slice(planned.length).map((late) => ({ ...plain(late), outcome: 'retry' as const }));
      return { planned: [...planned, ...rest], changed: state.changed, history: state.history, failure };
    }
  }
  return { planned, changed: state.changed, history: state.history, failure: null };
}

export interface Writes {
  readonly rows: readonly { readonly entity: string; readonly row: Row }[];
  readonly history: readonly HistoryEntry[];
  readonly mutations: readonly StoredMutation[];
  readonly results: readonly MutationResult[];
}

/** Gives a plan its versions. @param head the workspace's head after them */
export function finish(plan: Plan, pusher: Pusher, first: number, head: number): Writes {
  const versions = new Map([...plan.changed.keys()].map((key, index) => [key, first + index]));
  const versionOf = (key: string) => versions.get(key) ?? 0;
  const results: MutationResult[] = [];
  const mutations: StoredMutation[] = [];
  for (const { incoming, duplicate, outcome, rejection, rowKeys, conflictIds, left } of plan.planned) {
    const { id, seq } = incoming;
    const stored: StoredResult = duplicate ?? {
      outcome,
      version:
        outcome === 'retry' || outcome === 'rejected'
          ? null
          : rowKeys.length > 0
            ? Math.max(...rowKeys.map(versionOf))
            : head,
      ...(rejection
        ? {
            code: rejection.code,
            message: rejection.message,
            ...(rejection.rowId ? { rowId: rejection.rowId } : {}),
          }
        : {}),
      ...(conflictIds.length > 0 ? { conflictIds: [...conflictIds] } : {}),
      ...(left.length > 0 ? { left: [...left] } : {}),
    };
    results.push({ ...stored, id, seq, duplicate: duplicate !== null } as MutationResult);
    // `reused` is an answer to this request alone: the id's own result stays.
    if (duplicate || outcome === 'retry' || rejection === REUSED) continue;
    mutations.push(record(incoming, stored, pusher));
  }
  return {
    rows: [...plan.changed].map(([key, { entity, row }]) => ({
      entity,
      row: stampVersion(row, versionOf(key)),
    })),
    history: plan.history.map(({ key, ...entry }, n) => ({ ...entry, version: versionOf(key), n })),
    mutations,
    results,
  };
}

function record(
  { id, seq, hash, creates, body }: Incoming,
  result: StoredResult,
  pusher: Pusher,
): StoredMutation {
  const ops = 'ops' in body ? body.ops : [];
  return {
    id,
    deviceId: pusher.deviceId,
    seq,
    accountId: pusher.accountId,
    name: 'name' in body ? body.name : '',
    contentHash: hash,
    result,
    after: Object.fromEntries(ops.flatMap((op) => (op.after ? [[op.id, op.after]] : []))),
    rejectedRows: result.outcome === 'rejected' ? creates : [],
    recordedAt: pusher.now,
  };
}

/** The batch so far: a later mutation sees what an earlier one did. */
interface Batch {
  readonly rows: Map<string, Row>;
  readonly changed: Map<string, { readonly entity: string; readonly row: Row }>;
  readonly history: DraftEntry[];
  /** Rows whose creation was rejected, in this batch too. */
  readonly rejected: Set<string>;
}

const plain = (incoming: Incoming): Planned => ({
  incoming,
  duplicate: null,
  outcome: 'applied',
  rejection: null,
  rowKeys: [],
  conflictIds: [],
  left: [],
});

function planOne(
  pusher: Pusher,
  facts: Facts,
  known: ReadonlyMap<string, StoredMutation>,
  batch: Batch,
  incoming: Incoming,
): Planned {
  const stored = known.get(incoming.id);
  const { body } = incoming;
  if (stored) {
    // A skipped one was sent before with its ops, or comes without them: its id decides (PU2).
    const same = stored.contentHash === incoming.hash || ('skip' in body && body.skip === true);
    return same
      ? { ...plain(incoming), duplicate: stored.result, outcome: stored.result.outcome }
      : { ...plain(incoming), outcome: 'rejected', rejection: REUSED };
  }
  if ('kind' in body) return refused(incoming, body, batch);
  if (body.skip) {
    const code = body.ops.length === 0 ? 'too_large' : 'quarantined';
    return refused(incoming, reject(code, 'given up by its author'), batch);
  }
  const draft = applyAll(pusher, facts, batch, body);
  if (draft.kind === 'rejected') return refused(incoming, draft, batch);
  for (const [key, change] of draft.changed) {
    batch.rows.set(key, change.row);
    batch.changed.set(key, change);
  }
  batch.history.push(...draft.history);
  return {
    ...plain(incoming),
    outcome: draft.outcome,
    rowKeys: [...draft.changed.keys()],
    conflictIds: draft.conflictIds,
    left: [...new Set(draft.left)],
  };
}

/** Not stored: the known mutation keeps its own result. */
const REUSED: Rejection = reject('reused', 'id: another content');

function refused(incoming: Incoming, rejection: Rejection, batch: Batch): Planned {
  // Only of a row that is not there is it ever asked whether its creation was rejected.
  for (const id of incoming.creates) batch.rejected.add(id);
  return { ...plain(incoming), outcome: 'rejected', rejection };
}

interface Draft {
  readonly kind: 'draft';
  outcome: 'applied' | 'merged' | 'review';
  readonly changed: Map<string, { readonly entity: string; readonly row: Row }>;
  readonly history: DraftEntry[];
  readonly conflictIds: string[];
  readonly left: string[];
}

const GRAVITY = ['applied', 'merged', 'review'] as const;

function applyAll(pusher: Pusher, facts: Facts, batch: Batch, mutation: Mutation): Draft | Rejection {
  const draft: Draft = {
    kind: 'draft',
    outcome: 'applied',
    changed: new Map(),
    history: [],
    conflictIds: [],
    left: [],
  };
  const rowAt = (entity: string, id: string): Row | null =>
    draft.changed.get(keyOf(entity, id))?.row ?? batch.rows.get(keyOf(entity, id)) ?? null;
  const author: Author = {
    workspaceId: pusher.workspaceId,
    // Causality: the clock is corrected by how far it was off when the batch was sent.
    time: Math.max(0, Math.min(pusher.now, mutation.at + (pusher.now - pusher.sentAt))),
    deviceId: pusher.deviceId,
    accountId: pusher.accountId,
    mutationId: mutation.id,
  };
  const inHistory = mutation.seen === null || facts.knownCursors.has(mutation.seen);
  for (const sent of mutation.ops) {
    const row = rowAt(sent.entity, sent.id);
    const refusal =
      mayNot(pusher, sent, row) ?? brokenReference(sent, rowAt, batch.rejected) ?? closesCycle(sent, rowAt);
    if (refusal) return refusal;
    const op = { ...toInbox(sent, rowAt), base: inHistory ? sent.base : 0 };
    const result = applyOp(row, op, othersOf(facts, op, mutation.id, pusher.deviceId), author);
    if (result.kind === 'rejected') {
      return result.code === 'not_found' && batch.rejected.has(op.id)
        ? reject('parent_rejected', 'creation was rejected', op.id)
        : result;
    }
    take(draft, op, result, author);
  }
  return draft;
}

function take(draft: Draft, op: Op, result: Applied, author: Author): void {
  const key = keyOf(op.entity, op.id);
  if (result.changed.length > 0) {
    draft.changed.set(key, { entity: op.entity, row: result.row });
    draft.history.push(...result.changed.map((change) => entryOf(key, op, change, author)));
  }
  for (const conflict of result.conflicts) {
    const row = conflictRow(addressed(conflict, author), author);
    draft.changed.set(keyOf('conflict', row.id), { entity: 'conflict', row });
    draft.conflictIds.push(row.id);
  }
  draft.left.push(...result.left);
  if (GRAVITY.indexOf(result.kind) > GRAVITY.indexOf(draft.outcome)) draft.outcome = result.kind;
}

/** Where only stamps told of somebody, nobody's name is known: the author hears of it. */
const addressed = (draft: ConflictDraft, author: Author): ConflictDraft =>
  draft.forAccountId === '' ? { ...draft, forAccountId: author.accountId } : draft;

const entryOf = (key: string, op: Op, change: FieldChange, author: Author): DraftEntry => ({
  key,
  entity: op.entity,
  rowId: op.id,
  field: change.field,
  from: change.from,
  to: change.to,
  time: author.time,
  deviceId: author.deviceId,
  accountId: author.accountId,
  mutationId: author.mutationId,
});

/** What the op's author had not seen: above `base`, by another device, and not in the author's own chain. */
function othersOf(facts: Facts, op: Op, mutationId: string, deviceId: string): ConcurrentChange[] {
  const entries = facts.history.filter(
    (entry) =>
      entry.rowId === op.id &&
      entry.entity === op.entity &&
      entry.version > op.base &&
      entry.deviceId !== deviceId &&
      entry.field !== '_',
  );
  if (entries.length === 0) return [];
  const own = new Set<string>();
  for (
    let id = facts.after.get(keyOf(mutationId, op.id));
    id !== undefined && !own.has(id);
    id = facts.after.get(keyOf(id, op.id))
  )
    own.add(id);
  return entries
    .filter((entry) => !own.has(entry.mutationId))
    .map(({ field, from, to, time, deviceId: device, accountId }) => ({
      field,
      from,
      value: to,
      time,
      deviceId: device,
      accountId,
    }));
}

/** AC3, and what nobody may do by hand. */
function mayNot(pusher: Pusher, op: Op, row: Row | null): Rejection | null {
  const entity = entityByName(op.entity);
  if (!entity || !can(pusher.role, entity.capability))
    return reject('forbidden', `${pusher.role} may not write ${op.entity}`);
  if (op.entity === 'comment' && row && row.createdBy !== pusher.accountId && op.op !== 'create') {
    const allowed = op.op !== 'patch' && can(pusher.role, 'deleteOthersComments');
    if (!allowed) return reject('forbidden', "comment: somebody else's");
  }
  if (op.entity === 'conflict' && (op.op !== 'patch' || op.changes.state?.to !== 'settled')) {
    return reject('forbidden', 'conflict: only settled by hand');
  }
  return null;
}

type RowAt = (entity: string, id: string) => Row | null;

/** A reference to what is not there, or never came to be. Foreign and absent ids are answered alike (H70). */
function brokenReference(op: Op, rowAt: RowAt, rejected: ReadonlySet<string>): Rejection | null {
  for (const { field, entity, id } of referencesOf(op)) {
    if (rowAt(entity, id)) continue;
    return rejected.has(id)
      ? reject('parent_rejected', `${field}: creation was rejected`, id)
      : reject('not_found', `${field}: absent`);
  }
  return null;
}

/** MG14: no task above itself, none that waits for itself. */
function closesCycle(op: Op, rowAt: RowAt): Rejection | null {
  if (op.entity !== 'task') return null;
  for (const field of ['parentId', 'dependsOn'] as const) {
    const change = op.changes[field];
    if (!change) continue;
    const seen = new Set<string>();
    const open = [...idsOf(change.to)];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === op.id) return reject('invalid', `${field}: closes a cycle`);
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...idsOf(rowAt('task', id)?.[field] as Json | undefined));
    }
  }
  return null;
}

/** MG9: a new task of a deleted project falls to the Inbox. */
function toInbox(op: Op, rowAt: RowAt): Op {
  const projectId = op.changes.projectId?.to;
  if (op.op !== 'create' || op.entity !== 'task' || typeof projectId !== 'string') return op;
  if (rowAt('project', projectId)?.deletedAt === null) return op;
  const { projectId: _, sectionId: __, ...changes } = op.changes;
  return { ...op, changes };
}
