/**
 * How one field's concurrent edits are joined: one function a rule (spec MG2–MG8). Pure; each answers the value
 * that stands, and whether the author has to be asked.
 */
import * as z from 'zod/mini';
import type { Field, Json, MergeRule } from '../entities/fields';
import { sameJson } from './json';
import type { Author, ConcurrentChange } from './outcome';
import { mergeWords } from './words';

export interface Edit {
  readonly field: Field;
  readonly current: Json;
  readonly from: Json;
  readonly to: Json;
  /** Changes of this field that the author had not seen, the latest last. */
  readonly others: readonly ConcurrentChange[];
  readonly author: Author;
}

export interface Settled {
  readonly value: Json;
  /** `taken` nobody else was involved · `joined` settled without a question · `asked` the author decides. */
  readonly how: 'taken' | 'joined' | 'asked';
}

/** MG1, then the field's own rule. */
export function settle(edit: Edit): Settled {
  const { current, from, to } = edit;
  if (sameJson(current, from) || sameJson(current, to)) return { value: to, how: 'taken' };
  if (edit.field.merge === 'text') return settleText(edit);
  const other = edit.others.at(-1);
  if (!other) return { value: to, how: 'taken' };
  return RULES[edit.field.merge](edit, other);
}

/** Of two concurrent edits the later one; at equal times the greater device id (Causality). */
export const isLater = (author: Author, other: Pick<ConcurrentChange, 'time' | 'deviceId'>): boolean =>
  author.time > other.time || (author.time === other.time && author.deviceId > other.deviceId);

/** MG8: the later edit wins. */
function settleLater({ current, to, author }: Edit, other: ConcurrentChange): Settled {
  return { value: isLater(author, other) ? to : current, how: 'joined' };
}

const RULES: {
  readonly [rule in Exclude<MergeRule, 'text'>]: (edit: Edit, other: ConcurrentChange) => Settled;
} = {
  later: settleLater,
  keys: settleLater,
  /** MG6: the later edit stands until the author whose edit arrived second has decided. */
  ask: (edit, other) => ({ ...settleLater(edit, other), how: 'asked' }),
  status: settleStatus,
  /** MG4: the higher of both. */
  priority: ({ to, current }, other) => ({
    value: typeof other.value === 'number' && typeof to === 'number' ? Math.max(to, other.value) : current,
    how: 'joined',
  }),
  set: settleSet,
  derived: ({ current }) => ({ value: current, how: 'taken' }),
  fixed: ({ current }) => ({ value: current, how: 'taken' }),
};

function settleText({ field, current, from, to, others, author }: Edit): Settled {
  const other = others.at(-1);
  const later = !other || isLater(author, other) ? 'mine' : 'theirs';
  const merged = mergeWords(String(from ?? ''), String(to), String(current), later);
  // Joined, both texts can be longer than a field may be: then one stands, as if all had been rewritten.
  const fits = z.safeParse(field.schema, merged.value).success;
  const value = fits ? merged.value : later === 'mine' ? to : current;
  if (!other) return { value, how: 'taken' };
  return { value, how: merged.clash || !fits ? 'asked' : 'joined' };
}

const AHEAD = ['todo', 'in_progress', 'done'];

/** MG3: of todo → in_progress → done the one further ahead wins; with any other status theirs stays and I am asked. */
function settleStatus({ to }: Edit, other: ConcurrentChange): Settled {
  if (to === other.value) return { value: to, how: 'taken' };
  const [mine, theirs] = [AHEAD.indexOf(String(to)), AHEAD.indexOf(String(other.value))];
  if (mine < 0 || theirs < 0) return { value: other.value, how: 'asked' };
  return { value: mine > theirs ? to : other.value, how: 'joined' };
}

/** MG5: applies my additions and removals to the current set; what somebody else added stays. */
function settleSet({ current, from, to, others }: Edit): Settled {
  const [now, seen, wanted] = [idsOf(current), idsOf(from), idsOf(to)];
  const addedByOthers = new Set(
    others.flatMap((other) => {
      const before = new Set(idsOf(other.from));
      return other.from === undefined ? [] : idsOf(other.value).filter((id) => !before.has(id));
    }),
  );
  const removed = new Set(seen.filter((id) => !wanted.includes(id) && !addedByOthers.has(id)));
  const result = new Set(
    [...now, ...wanted.filter((id) => !seen.includes(id))].filter((id) => !removed.has(id)),
  );
  return { value: [...result].sort(), how: 'joined' };
}

const idsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? (value as string[]) : [];
