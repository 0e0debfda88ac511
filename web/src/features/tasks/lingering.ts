/**
 * A finished row rests where it stood before it closes up, although the query no longer lists it.
 *
 *   finish ──▶ resting ── 1.2 s ──▶ leaving ── 360 ms ──▶ gone
 *                 └── undone: the query lists it again, and it simply stays
 */

export const restFor = 1200;
export const leaveFor = 360;

export interface Lingering {
  readonly id: string;
  /** The row that stood before it; null: it was the first. */
  readonly after: string | null;
  readonly leaving: boolean;
}

/** The listed ids with those that linger put back in their places. */
export function withLingering(ids: readonly string[], lingering: readonly Lingering[]): readonly string[] {
  if (lingering.length === 0) return ids;
  const result = [...ids];
  for (const { id, after, leaving } of lingering) {
    const listedAt = result.indexOf(id);
    // Listed again, or at another place: it rests first and takes that place when it would leave.
    if (listedAt !== -1 && leaving) continue;
    if (listedAt !== -1) result.splice(listedAt, 1);
    const at = after === null ? 0 : result.indexOf(after) + 1;
    result.splice(at, 0, id);
  }
  return result;
}

/** What to remember when the row is finished: who stands before it in what is on the screen. */
export function lingerAt(shown: readonly string[], id: string): Lingering {
  const at = shown.indexOf(id);
  return { id, after: at > 0 ? (shown[at - 1] ?? null) : null, leaving: false };
}
