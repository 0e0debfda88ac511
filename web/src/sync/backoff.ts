/**
 * How long to wait after failures (CL8, H56): full jitter, so that a thousand devices that lost the server at one
 * moment do not come back at one moment. Pure: the roll of the dice is an argument.
 */

/**
 * The first window, and the longest: hidden, and in sight. Somebody who looks at "Offline" is looked for as often as
 * CL7 looks anyway: not every network that comes back says so.
 */
export const BACKOFF = { first: 1_000, longest: 300_000, longestInSight: 30_000, floor: 100 } as const;
/** A server's own word is believed up to this. */
const LONGEST_RETRY_AFTER = 3_600_000;
/** Failures in a row after which only single probes go out. */
export const BREAKER_AFTER = 5;

/** Milliseconds until the next try after `failures` (1, 2, …) in a row; `roll` lies in [0, 1). */
export function backoffDelay(failures: number, roll: number, longest: number = BACKOFF.longest): number {
  const window = Math.min(longest, BACKOFF.first * 2 ** Math.min(failures - 1, 30));
  return Math.max(BACKOFF.floor, Math.round(window * roll));
}

/** As `backoffDelay`, but never before the server's `Retry-After`; the dice spread those who were told the same. */
export function delayAfter(
  failures: number,
  roll: number,
  retryAfterMs: number | null,
  longest: number = BACKOFF.longest,
): number {
  const told =
    retryAfterMs === null
      ? 0
      : Math.min(retryAfterMs, LONGEST_RETRY_AFTER) + Math.round(BACKOFF.first * roll);
  return Math.max(backoffDelay(failures, roll, longest), told);
}

/** A bucket of requests: `burst` at once, then `refillMs` for each. It bounds every answer sequence (no storm). */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}
export const BUCKET = { burst: 200, refillMs: 50 } as const;

export const fullBucket = (now: number): Bucket => ({ tokens: BUCKET.burst, at: now });

/** The bucket as it stands now. A clock that went back refills nothing. */
export function refilled(bucket: Bucket, now: number): Bucket {
  const gained = Math.floor(Math.max(0, now - bucket.at) / BUCKET.refillMs);
  const tokens = Math.min(BUCKET.burst, bucket.tokens + gained);
  const at = tokens === BUCKET.burst || now < bucket.at ? now : bucket.at + gained * BUCKET.refillMs;
  return { tokens, at };
}
