/** Resting at the screen's edge with something in hand turns to the next column (design: 500 ms). Pure. */

const EDGE = { width: 36, restFor: 500 } as const;

export type Side = 'left' | 'right';

export interface Resting {
  readonly side: Side;
  readonly since: number;
}

/** At which edge of `[left, right]` a pointer is, if at one. */
export function edgeAt(x: number, left: number, right: number): Side | null {
  if (x - left < EDGE.width) return 'left';
  if (right - x < EDGE.width) return 'right';
  return null;
}

/** The rest goes on at the same edge, begins anew at another one, and ends away from both. */
export function restAt(was: Resting | null, side: Side | null, now: number): Resting | null {
  if (side === null) return null;
  return was?.side === side ? was : { side, since: now };
}

/** Milliseconds until it turns. */
export const turnsIn = (resting: Resting, now: number): number =>
  Math.max(0, resting.since + EDGE.restFor - now);
