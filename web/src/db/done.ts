/**
 * Undo and redo that outlive the sending: each thing done on this device is kept with its way back, in the
 * transaction that did it, and turned round by a guarded mutation (PU8): only what still stands as it was left.
 *
 *   stands ── turn ──▶ undone ── turn ──▶ stands …
 */
import { newId } from '@holdfast/shared/sync/ids';
import { append } from './append';
import type { WriteContext } from './context';
import { isRefused, opsOf, type Refused } from './intent';
import type { DoneEntry, LocalTransaction } from './local-store';
import { readDevice } from './meta';
import { type NotStored, orNotStored } from './write-result';

/** A field that stays as somebody made it since; `deletedAt`: that it is there, or gone. */
export interface LeftAlone {
  readonly workspaceId: string;
  readonly entity: string;
  readonly rowId: string;
  readonly field: string;
  /** By a later change on this device; otherwise by somebody else, or on another device. */
  readonly byThisDevice: boolean;
}

export interface Turned {
  /** What was asked for: all `undone` now, or all `stands` again, but for what is in `left` or `refused`. */
  readonly to: DoneEntry['state'];
  /** The entries as they were, in the order in which they were turned. */
  readonly entries: readonly DoneEntry[];
  /** Of those, how many changed something. */
  readonly changed: number;
  readonly left: readonly LeftAlone[];
  readonly refused: readonly Refused[];
}

export type TurnResult =
  | ({ readonly kind: 'turned' } & Turned)
  /** Nothing of that kind is kept here. */
  | { readonly kind: 'nothing' }
  | NotStored;

/** Takes these back, or does them again: what one tap did together, in one transaction. */
export const turnDone = (
  ctx: WriteContext,
  ids: readonly string[],
  to: DoneEntry['state'],
): Promise<TurnResult> =>
  turn(ctx, to, async (tx) => {
    const found = await Promise.all(ids.map((id) => tx.doneById(id)));
    return found.flatMap((entry) => (entry && entry.state !== to ? [entry] : []));
  });

/** The last thing done here in the workspace, or the last one undone if nothing was done since. */
export const turnLast = (
  ctx: WriteContext,
  workspaceId: string,
  to: DoneEntry['state'],
): Promise<TurnResult> =>
  turn(ctx, to, async (tx) => {
    const all = await tx.done(workspaceId);
    return to === 'undone' ? lastStanding(all) : lastUndone(all);
  });

/** @param all by when they were done */
function lastStanding(all: readonly DoneEntry[]): readonly DoneEntry[] {
  const last = all.findLast((entry) => entry.state === 'stands');
  return last ? ofOneTap(all, last) : [];
}

/** A new thing done ends what can be done again by key. */
function lastUndone(all: readonly DoneEntry[]): readonly DoneEntry[] {
  const newest = Math.max(...all.filter((entry) => entry.state === 'stands').map((entry) => entry.at));
  const undone = all.filter((entry) => entry.state === 'undone' && entry.turnedAt > newest);
  // Of two undone at one moment the earlier thing was undone last.
  const last = undone.reduce<DoneEntry | undefined>(
    (best, entry) => (best && best.turnedAt >= entry.turnedAt ? best : entry),
    undefined,
  );
  return last ? ofOneTap(all, last) : [];
}

/** Everything of the entry's tap that stands as it does. */
const ofOneTap = (all: readonly DoneEntry[], one: DoneEntry): readonly DoneEntry[] =>
  one.group === null ? [one] : all.filter((entry) => entry.group === one.group && entry.state === one.state);

async function turn(
  ctx: WriteContext,
  to: DoneEntry['state'],
  choose: (tx: LocalTransaction) => Promise<readonly DoneEntry[]>,
): Promise<TurnResult> {
  // Ids are made outside: a transaction that runs again makes the same mutations.
  const fresh: string[] = [];
  const idAt = (i: number) => {
    fresh[i] ??= newId(ctx);
    return fresh[i];
  };
  return orNotStored(async () => {
    const { turned, written } = await ctx.store.transaction('strict', async (tx) => {
      // Run again after a dead handle: the first run may have been committed.
      const already = (await Promise.all(fresh.map((id) => tx.doneBy(id)))).flat();
      if (already.length > 0)
        return {
          turned: { to, entries: already, changed: already.length, left: [], refused: [] } satisfies Turned,
          written: new Set(already.map((entry) => entry.workspaceId)),
        };
      const chosen = await choose(tx);
      // Backwards as it was done, forwards again.
      const entries = to === 'undone' ? chosen.toReversed() : chosen;
      return turnAll(tx, ctx, entries, to, idAt);
    });
    for (const id of written) ctx.onWrite(id);
    return turned.entries.length === 0 ? { kind: 'nothing' } : { kind: 'turned', ...turned };
  });
}

async function turnAll(
  tx: LocalTransaction,
  ctx: WriteContext,
  entries: readonly DoneEntry[],
  to: DoneEntry['state'],
  idAt: (i: number) => string,
): Promise<{ readonly turned: Turned; readonly written: ReadonlySet<string> }> {
  const left: LeftAlone[] = [];
  const refused: Refused[] = [];
  // What was left alone wrote nothing: nobody is told of a change that waits.
  const written = new Set<string>();
  let changed = 0;
  for (const [i, entry] of entries.entries()) {
    const { workspaceId, group } = entry;
    const name = to === 'undone' ? 'change.undo' : entry.name;
    const ops = opsOf({ workspaceId, name, ops: entry.turn });
    const result = isRefused(ops)
      ? ops
      : await append(tx, ctx, { workspaceId, name, group, id: idAt(i), ops, turning: entry });
    if (isRefused(result)) refused.push(result);
    else left.push(...(await leftAlone(tx, entry, result.left ?? [])));
    if (result.kind !== 'saved') continue;
    changed += 1;
    written.add(workspaceId);
  }
  return { turned: { to, entries, changed, left, refused }, written };
}

/** Whose later change it was that stays. */
async function leftAlone(
  tx: LocalTransaction,
  { workspaceId, turn: ops }: DoneEntry,
  fields: readonly string[],
): Promise<LeftAlone[]> {
  if (fields.length === 0) return [];
  const device = await readDevice(tx);
  const found: LeftAlone[] = [];
  for (const op of ops) {
    const row = await tx.row(op.entity, workspaceId, op.id);
    for (const field of op.op === 'patch' ? Object.keys(op.changes) : ['deletedAt']) {
      if (!fields.includes(field)) continue;
      const byThisDevice = row?.stamps[field]?.[2] === device?.id && field !== 'deletedAt';
      found.push({ workspaceId, entity: op.entity, rowId: op.id, field, byThisDevice });
    }
  }
  return found;
}
