import { describe, expect, it } from 'vitest';
import { BACKOFF, BUCKET, backoffDelay, delayAfter, fullBucket, refilled } from './backoff';

describe('[CL8] [H56] backoff', () => {
  it('doubles its window from 1 s to 5 min, and lies anywhere in it', () => {
    const windows = [1, 2, 3, 8, 9, 10, 100].map((failures) => backoffDelay(failures, 1));
    expect(windows).toEqual([1_000, 2_000, 4_000, 128_000, 256_000, 300_000, 300_000]);
    expect(backoffDelay(4, 0.25)).toBe(2_000);
    expect(backoffDelay(4, 0)).toBe(BACKOFF.floor);
    expect(backoffDelay(4, 1, BACKOFF.longestInSight)).toBe(8_000);
    expect(backoffDelay(9, 1, BACKOFF.longestInSight)).toBe(30_000);
  });

  it('never goes before Retry-After, and never trusts it for more than an hour', () => {
    expect(delayAfter(1, 0, 30_000)).toBe(30_000);
    expect(delayAfter(1, 0.5, 30_000)).toBe(30_500);
    expect(delayAfter(9, 1, 0)).toBe(256_000);
    expect(delayAfter(1, 0, 1e12)).toBe(3_600_000);
    expect(delayAfter(1, 0.5, null)).toBe(500);
    expect(delayAfter(9, 1, 120_000, BACKOFF.longestInSight)).toBe(121_000);
  });

  it('refills the bucket with time, to its brim, and with nothing when the clock goes back', () => {
    const empty = { tokens: 0, at: 1_000 };
    expect(refilled(empty, 1_000 + BUCKET.refillMs * 3).tokens).toBe(3);
    expect(refilled(empty, 1e9).tokens).toBe(BUCKET.burst);
    expect(refilled(empty, 0)).toEqual({ tokens: 0, at: 0 });
    expect(fullBucket(7)).toEqual({ tokens: BUCKET.burst, at: 7 });
  });
});
