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
 *  6. Where it belongs to a mass change, it is held instead; where it decides about one, what was held is applied in
 *     its author's name (PU9).
 *  A throw is our bug: the batch stops there, what came before stands (PU6).
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { type Rejection, reject } from '@holdfast/shared/sync/rejection';
import { applyMutation, type DraftEntry } from './apply-mutation';
import { type Batch, copyOf, type HeldDraft, type Planned, plain, take } from './batch';
import type { Facts } from './facts';
import type { Incoming } from './incoming';
import { hold, holdsReleasedBy, release, takeBack } from './plan-holds';
import { authorOf, type Pusher } from './pusher';
import type { StoredMutation } from './server-store';

export interface Plan {
  readonly planned: readonly Planned[];
  /** Rows to write, in the order in which they were first changed: each gets a version. */
  readonly changed: ReadonlyMap<string, { readonly entity: string; readonly row: Row }>;
  readonly history: readonly DraftEntry[];
  readonly held: readonly HeldDraft[];
  /** Held mutations that their author took back. */
  readonly takenBack: readonly string[];
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
    held: [],
    takenBack: [],
  };
  const planned: Planned[] = [];
  for (const incoming of batch) {
    // A release is many changes: where one of them throws, none of them is made.
    const before = decides(incoming) ? copyOf(state) : state;
    try {
      planned.push(planOne(pusher, facts, known, state, incoming));
    } catch (failure) {
      const rest = batch.slice(planned.length).map((late) => ({ ...plain(late), outcome: 'retry' as const }));
      return { ...before, planned: [...planned, ...rest], failure };
    }
  }
  return { ...state, planned, failure: null };
}

const decides = ({ body }: Incoming): boolean =>
  'ops' in body && body.ops.some(({ entity }) => entity === 'hold');

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
  const author = authorOf(pusher, body);
  const draft = applyMutation(pusher, facts, batch, body);
  if (draft.kind === 'rejected') return refused(incoming, draft, batch);
  const taken = facts.mass.toHold.get(incoming.id);
  if (taken) return hold(author, facts, batch, incoming, body, taken);
  const released = holdsReleasedBy(batch, draft);
  take(batch, draft);
  takeBack(author, facts, batch, body);
  const rowKeys = [...draft.changed.keys(), ...release(pusher, facts, batch, released)];
  return {
    ...plain(incoming),
    outcome: draft.outcome,
    rowKeys,
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
