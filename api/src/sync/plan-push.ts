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
import type { Row } from '@holdfast/shared/entities/define-entity';
import { type Rejection, reject } from '@holdfast/shared/sync/rejection';
import { applyMutation, type DraftEntry } from './apply-mutation';
import type { Facts } from './facts';
import type { Incoming } from './incoming';
import type { Pusher } from './pusher';
import type { StoredMutation, StoredResult } from './server-store';

/** Of one mutation; versions come with `finishPlan`. */
export interface Planned {
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
  const draft = applyMutation(pusher, facts, batch, body);
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

/** An answer to this request alone, not stored: the known mutation keeps its own result. */
export const REUSED: Rejection = reject('reused', 'id: another content');

function refused(incoming: Incoming, rejection: Rejection, batch: Batch): Planned {
  // Only of a row that is not there is it ever asked whether its creation was rejected.
  for (const id of incoming.creates) batch.rejected.add(id);
  return { ...plain(incoming), outcome: 'rejected', rejection };
}
