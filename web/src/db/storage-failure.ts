/** What storage can refuse, as data: decided by the error's class name, never by its message (CL10, H40, H43). */

/**
 * `full` the quota is used up · `dead` the connection died and three new ones as well · `blocked` another tab holds
 * an older version open · `closed` a newer version of the app took the database over · `unavailable` the browser
 * gives no database here (private window, blocked storage).
 */
export type StorageTrouble = 'full' | 'dead' | 'blocked' | 'closed' | 'unavailable';

export class StorageFailure extends Error {
  readonly trouble: StorageTrouble;

  constructor(trouble: StorageTrouble, cause?: unknown) {
    super(`storage: ${trouble}`, { cause });
    this.name = 'StorageFailure';
    this.trouble = trouble;
  }
}

/** Errors after which the connection is of no use any more: iOS drops them in the background, disks hiccup. */
const DEAD_HANDLE = new Set([
  'UnknownError',
  'InvalidStateError',
  'AbortError',
  'DatabaseClosedError',
  // Of Dexie too: closed between the question and its transaction.
  'OpenFailedError',
  'TransactionInactiveError',
  'TimeoutError',
  'NotReadableError',
]);

export type StorageVerdict = 'full' | 'dead-handle' | 'unavailable' | 'not-storage';

/** What an error of a transaction means. Dexie wraps the browser's error in `inner` or in `failures`. */
export function judgeStorageError(error: unknown): StorageVerdict {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return 'full';
  if (names.includes('MissingAPIError') || names.includes('SecurityError')) return 'unavailable';
  return names.some((name) => DEAD_HANDLE.has(name)) ? 'dead-handle' : 'not-storage';
}

/** Why it could not be kept, also of what did not go through a live connection; null: a bug. */
export function troubleIn(error: unknown): StorageTrouble | null {
  if (error instanceof StorageFailure) return error.trouble;
  const verdict = judgeStorageError(error);
  if (verdict === 'not-storage') return null;
  return verdict === 'dead-handle' ? 'dead' : verdict;
}

function namesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth === 8) return [];
  return [error.name, ...causesOf(error).flatMap((one) => namesOf(one, depth + 1))];
}

/** Of many rows put at once Dexie tells what became of each, and none of that is an `inner`. */
const causesOf = (error: Error): readonly unknown[] => [
  'inner' in error ? error.inner : error.cause,
  ...('failures' in error && Array.isArray(error.failures) ? (error.failures as readonly unknown[]) : []),
];
