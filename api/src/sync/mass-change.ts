/**
 * Which deletes of a push are too many at once (PU9): those that lie in a minute of their author's time in which that
 * person deletes at least 50 rows and a third of a workspace that has other members. Pure.
 *
 * What counts is what is not shown any more: each row that is deleted, and with a project its tasks (MG9). A third of
 * what stood before of the kinds in question: many comments do not hide that all tasks go.
 */
import { ENTITIES } from '@holdfast/shared/entities/index';

export const WINDOW_MS = 60_000;
/** Fewer rows are no mass change, whatever share of the workspace they are. */
export const MASS_ROWS = 50;
const SHARE = 3;

/** Kinds of rows that people write for their own sake. */
export const COUNTED: readonly string[] = ENTITIES.flatMap(({ name, lane }) =>
  lane === 'synced' && name !== 'conflict' && name !== 'hold' ? [name] : [],
);

/** One deletion with all that goes with it, by `entity/id`. */
export interface Take {
  readonly time: number;
  readonly rows: readonly string[];
  /** Null: it was sent earlier. */
  readonly mutationId: string | null;
  /** It has had its effect: its rows are not among the standing ones any more. */
  readonly done: boolean;
}

/**
 * @param standing rows of each kind that stand now
 * @param least so many rows are a mass change
 * @returns ids of the mutations to hold
 */
export function massChange(
  takes: readonly Take[],
  standing: { readonly [entity: string]: number },
  least: number = MASS_ROWS,
): ReadonlySet<string> {
  const inOrder = takes.toSorted((a, b) => a.time - b.time);
  const held = new Set<string>();
  const minute = new Minute(standing, least);
  let first = 0;
  // Up to here everything that lay in a full minute is held already.
  let marked = 0;
  for (const [last, take] of inOrder.entries()) {
    minute.add(take, 1);
    for (let old = inOrder[first]; old && take.time - old.time > WINDOW_MS; old = inOrder[++first])
      minute.add(old, -1);
    if (!minute.isMass()) continue;
    for (let at = Math.max(first, marked); at <= last; at++) {
      const { mutationId } = inOrder[at] as Take;
      if (mutationId !== null) held.add(mutationId);
    }
    marked = last + 1;
  }
  return held;
}

/** The rows taken within the window that slides over the deletions; a row counts once however often it goes. */
class Minute {
  readonly #standing: { readonly [entity: string]: number };
  readonly #least: number;
  readonly #taken = new Map<string, { times: number; done: number }>();
  readonly #kinds = new Map<string, number>();
  #done = 0;

  constructor(standing: { readonly [entity: string]: number }, least: number) {
    this.#standing = standing;
    this.#least = least;
  }

  add(take: Take, by: 1 | -1): void {
    for (const key of take.rows) this.#count(key, by, take.done ? by : 0);
  }

  #count(key: string, times: number, done: number): void {
    const before = this.#taken.get(key) ?? { times: 0, done: 0 };
    const after = { times: before.times + times, done: before.done + done };
    if (after.times === 0) this.#taken.delete(key);
    else this.#taken.set(key, after);
    const kind = key.slice(0, key.indexOf('/'));
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + Math.sign(after.times) - Math.sign(before.times));
    this.#done += Math.sign(after.done) - Math.sign(before.done);
  }

  isMass(): boolean {
    if (this.#taken.size < this.#least) return false;
    let before = this.#done;
    for (const [kind, rows] of this.#kinds) if (rows > 0) before += this.#standing[kind] ?? 0;
    return this.#taken.size * SHARE >= before;
  }
}
