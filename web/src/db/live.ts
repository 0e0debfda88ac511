/**
 * A query that runs again whenever what it read has changed, in this tab or another. A failed read is a state of its
 * own: never an empty answer (H47). A dead handle is replaced and the query asked again, three times (CL10).
 */
import { Dexie, liveQuery } from 'dexie';
import type { HoldfastDatabase } from './db';
import { createReader, type Reader } from './reader';
import { judgeStorageError, StorageFailure } from './storage-failure';

export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'error'; readonly failure: StorageFailure };

/** A question to the local database; pure apart from what it reads. */
export type Query<T> = (read: Reader) => Promise<T>;

/**
 * When it is asked again after a write. `first`: at once, it is what people tap and look at. `beside`: counts, marks and
 * offers, once that is painted. A write wakes a dozen queries, and each waits for those before it.
 */
export type Turn = 'first' | 'beside';

export interface LiveSource<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Live<T>;
}

const LOADING: Live<never> = { state: 'loading' };
const RETRIES = 3;
/** Three frames: by then what was tapped is painted. */
export const BESIDE_MS = 50;

/** Reads while somebody listens; keeps its last answer. After trouble it reads again as soon as storage answers. */
export function liveSource<T>(db: HoldfastDatabase, query: Query<T>, turn: Turn = 'first'): LiveSource<T> {
  let live: Live<T> = LOADING;
  let stop: (() => void) | null = null;
  const listeners = new Set<() => void>();
  const read = createReader(db);

  const say = (next: Live<T>): void => {
    live = next;
    for (const listener of listeners) listener();
  };
  const start = (failures: number): void => {
    const { generation } = db;
    const inTurn = turn === 'first' ? query : waiting(query);
    const subscription = liveQuery(() => inTurn(read).catch(passOn)).subscribe({
      next: (value) => {
        say({ state: 'ready', value });
        db.answered();
      },
      error: (error) => {
        subscription.unsubscribe();
        if (listeners.size > 0) retry(error, generation, failures + 1);
      },
    });
    stop = () => subscription.unsubscribe();
  };
  const retry = (error: unknown, generation: number, failures: number): void => {
    const verdict = judgeStorageError(error);
    const known = error instanceof StorageFailure ? error : db.failure;
    // A newer version has the database now: what is on screen stays until this tab is reloaded.
    if (known?.trouble === 'closed' && live.state === 'ready') return;
    if (known || verdict !== 'dead-handle' || failures > RETRIES) {
      stop = db.onceItAnswers(() => start(0));
      say({ state: 'error', failure: known ?? new StorageFailure('dead', error) });
      return;
    }
    const again = (): void => {
      if (listeners.size > 0) start(failures);
    };
    db.reopen(generation).then(again, (trouble) => retry(trouble, db.generation, failures + 1));
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) start(0);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
    get: () => live,
  };
}

/** Asks at once the first time, then a little after the first of those writes that come meanwhile. */
function waiting<T>(query: Query<T>): Query<T> {
  let begun = false;
  let latest: (() => void) | null = null;
  return (read) => {
    if (!begun) {
      begun = true;
      return query(read);
    }
    // Dexie's own promise: what is read after it still counts as read by this query. One that a later write replaced
    // stays unanswered; nobody listens to it any more.
    return new Dexie.Promise<void>((resolve) => {
      if (latest === null)
        setTimeout(() => {
          const go = latest;
          latest = null;
          go?.();
        }, BESIDE_MS);
      latest = resolve;
    }).then(() => query(read));
  };
}

/**
 * Dexie's liveQuery says nothing of a closed database or an aborted transaction: whoever asks would wait for ever. An
 * error of ours goes through, with theirs as its cause.
 */
function passOn(error: unknown): never {
  throw error instanceof StorageFailure ? error : new Error('a read failed', { cause: error });
}
