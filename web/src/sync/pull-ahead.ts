/**
 * The next page of a long pull, asked for while the one before is being stored. It is an ordinary answer to an ordinary
 * question; it is used only where this device still stands where it stood when asking, and soon.
 */
import type { HttpAnswer } from '../platform/http';
import type { SentFrom } from './engine-deps';

export interface Asked {
  readonly sentFrom: SentFrom;
  /** Results up to this seq were known here. */
  readonly ack: number;
  /** The highest version that the stream had told by then: later ones may be missing from the answer. */
  readonly heard: number;
  readonly at: number;
  readonly answer: Promise<HttpAnswer>;
}

/** What waits of each workspace: one page at most. */
export type PullAhead = Map<string, Asked>;

/** Older ones are asked again: too much may have happened since. */
const FRESH_FOR = 10_000;

/** The page that was asked for from here, taken out; undefined where there is none. */
export function takeAhead(
  ahead: PullAhead,
  workspaceId: string,
  standing: SentFrom,
  now: number,
): Asked | undefined {
  const asked = ahead.get(workspaceId);
  ahead.delete(workspaceId);
  if (asked === undefined || now < asked.at || now - asked.at > FRESH_FOR) return undefined;
  const { cursor, generation, deviceId } = asked.sentFrom;
  const isHere =
    cursor === standing.cursor && generation === standing.generation && deviceId === standing.deviceId;
  return isHere ? asked : undefined;
}
