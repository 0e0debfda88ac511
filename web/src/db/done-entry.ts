/** What is kept of a write for taking it back. Pure. */
import type { OpIntent } from './intent';
import type { DoneEntry } from './local-store';
import { SAMPLE } from './sample';

export interface Writing {
  /** Of the write; its mutation may be an earlier one that it folded into. */
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly group?: string | null;
  readonly turning?: DoneEntry;
}

/**
 * A new thing done, or the one that was turned round; null where there is nothing to take back, and for the sample:
 * the app made it, and it has its own way out.
 */
export function doneEntry(
  { id, workspaceId, name, group, turning }: Writing,
  mutationId: string,
  at: number,
  turn: readonly OpIntent[],
  left: readonly string[],
): DoneEntry | null {
  if (turn.length === 0 || name === SAMPLE) return null;
  const turned = { turn, turnedAt: at, mutationId, left };
  if (turning) return { ...turning, ...turned, state: turning.state === 'stands' ? 'undone' : 'stands' };
  return { id, workspaceId, group: group ?? null, name, at, state: 'stands', ...turned };
}
