/**
 * Answers to the questions that merging left (MG10): each is one ordinary mutation, guarded on what its author saw
 * (PU8). The second of two at once changes nothing that the first has changed, and is told.
 */
import type { Conflict } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import { type Changes, MAX_OPS } from '@holdfast/shared/sync/op';
import { type ActionContext, oneTap, type WriteContext } from '../../db/context';
import { type Creation, type OpIntent, refused } from '../../db/intent';
import { mutate } from '../../db/mutate';
import { mutateAll } from '../../db/mutate-all';
import { orNotStored, type WriteResult } from '../../db/write-result';
import type { Review } from './review';
import type { Standing } from './row-names';

/** The name by which what became of it is found again. */
export const SETTLE = 'question.settle';

/** What was chosen takes the place of what was on screen. */
export function saveResult(ctx: WriteContext, review: Review, changes: Changes): Promise<WriteResult> {
  const { row } = review;
  if (row === null) return notHere();
  return settle(ctx, review, [patch(review, row.version, changes)]);
}

/** What stands now stays, or the row stays deleted; the other version remains in the history. */
export const keepWhatStands = (ctx: WriteContext, review: Review): Promise<WriteResult> =>
  settle(ctx, review, []);

/** The row comes back, and the edit with it (MG9). */
export function bringBack(ctx: WriteContext, review: Review, changes: Changes): Promise<WriteResult> {
  const { row } = review;
  if (row === null) return notHere();
  const { entity, id } = address(review);
  return settle(ctx, review, [
    { op: 'restore', entity, id, base: row.version },
    patch(review, row.version, changes),
  ]);
}

/**
 * Two tasks: this one stays as it stands, a new one after it has the reader's version of every field in question, and a
 * checklist like this one's.
 */
export function keepBoth(ctx: ActionContext, review: Review): Promise<WriteResult> {
  const { row } = review;
  return row === null ? notHere() : orNotStored(() => makeSecond(ctx, review, row));
}

async function makeSecond(ctx: ActionContext, review: Review, row: Standing): Promise<WriteResult> {
  const { workspaceId, entity, id } = address(review);
  const own = Object.fromEntries(
    review.fields.map(({ field, sides }) => [field, sides[0]?.value ?? null] as const),
  );
  const position = positionBetween(String(row['position'] ?? ''), null, ctx.randomBytes);
  const second = copyOf(entity, row, { ...own, position }, newId(ctx));
  const lines =
    entity === 'task' ? await ctx.read.rows('step', { index: 'task', from: [workspaceId, id, 0] }) : [];
  const steps = lines.map((line) => copyOf('step', line, { taskId: second.id }, newId(ctx)));
  // The decision with the task and as many lines as one mutation holds; the rest of a very long list in further ones.
  const answers = review.conflicts.map(settled);
  const room = MAX_OPS - 1 - answers.length;
  const batches: OpIntent[][] = [[second, ...steps.slice(0, room), ...answers]];
  for (let at = room; at < steps.length; at += MAX_OPS) batches.push(steps.slice(at, at + MAX_OPS));
  const [decided] = await mutateAll(
    batches.length > 1 ? oneTap(ctx) : ctx,
    batches.map((ops) => ({ workspaceId, name: SETTLE, ops })),
  );
  return decided ?? notHere();
}

/** A new row with this one's values, but for those given. */
function copyOf(
  entity: string,
  row: Standing,
  other: { readonly [field: string]: Json },
  id: string,
): Creation {
  const fields = Object.entries(entityByName(entity)?.fields ?? {});
  const values = fields.flatMap(([name, { merge }]): [string, Json][] =>
    merge === 'derived' ? [] : [[name, other[name] ?? ((row[name] ?? null) as Json)]],
  );
  return { op: 'create', entity, id, values: Object.fromEntries(values) };
}

function settle(ctx: WriteContext, review: Review, ops: readonly OpIntent[]): Promise<WriteResult> {
  const { workspaceId } = address(review);
  return mutate(ctx, { workspaceId, name: SETTLE, ops: [...ops, ...review.conflicts.map(settled)] });
}

const settled = (conflict: Conflict): OpIntent => ({
  op: 'patch',
  entity: 'conflict',
  id: conflict.id,
  base: conflict.version,
  guard: true,
  changes: { state: { from: 'open', to: 'settled' } },
});

const patch = (review: Review, base: number, changes: Changes): OpIntent => {
  const { entity, id } = address(review);
  return { op: 'patch', entity, id, base, guard: true, changes };
};

function address({ conflicts }: Review): { workspaceId: string; entity: string; id: string } {
  const [first] = conflicts;
  return { workspaceId: first?.workspaceId ?? '', entity: first?.entity ?? '', id: first?.rowId ?? '' };
}

const notHere = (): Promise<WriteResult> => Promise.resolve(refused('never_here'));
