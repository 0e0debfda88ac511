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
  readonly #kinds = new Map<string, Share>();

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
    const share = this.#kinds.get(kind) ?? { rows: 0, of: this.#standing[kind] ?? 0 };
    this.#kinds.set(kind, {
      rows: share.rows + Math.sign(after.times) - Math.sign(before.times),
      of: share.of + Math.sign(after.done) - Math.sign(before.done),
    });
  }

  /** All kinds together, or one alone: a comment among them hides no task. */
  isMass(): boolean {
    if (this.#taken.size < this.#least) return false;
    const shares = [...this.#kinds.values()].filter(({ rows }) => rows > 0);
    const together = shares.reduce((sum, { rows, of }) => ({ rows: sum.rows + rows, of: sum.of + of }), NONE);
    return [together, ...shares].some(({ rows, of }) => rows >= this.#least && rows * SHARE >= of);
  }
}

/** So many rows, of so many that stood before. */
interface Share {
  readonly rows: number;
  readonly of: number;
}
const NONE: Share = { rows: 0, of: 0 };
