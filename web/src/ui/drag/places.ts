/**
 * Where something that is dragged may go: groups (columns beside each other, or sections below each other) of ordered
 * ids. A place counts without the dragged one itself: between which two it would stand. Pure.
 */

export interface DropGroup {
  readonly key: string;
  /** As people call it: "In progress". */
  readonly label: string;
  /** In the order on the screen, the ones that are not drawn too. */
  readonly ids: readonly string[];
  /** The group gives places itself (by date, by when it was done): what is dropped goes to its top. */
  readonly ordersItself?: boolean | undefined;
}

export interface Place {
  readonly group: string;
  /** Among the group's ids without the dragged one. */
  readonly index: number;
}

/** Columns stand beside each other, sections below each other. */
export type Flow = 'columns' | 'sections';

export type Step = 'up' | 'down' | 'left' | 'right';

/** Where it stands now; null where it is in no group. */
export function placeOf(groups: readonly DropGroup[], id: string): Place | null {
  for (const { key, ids } of groups) {
    const index = ids.indexOf(id);
    if (index !== -1) return { group: key, index };
  }
  return null;
}

/** The ids around it as the dropper sees them: what its position goes between (MG11). */
export function neighboursAt(
  groups: readonly DropGroup[],
  id: string,
  { group, index }: Place,
): { readonly before: string | null; readonly after: string | null } {
  const others = othersIn(groups, group, id);
  return { before: others[index - 1] ?? null, after: others[index] ?? null };
}

/** A place that exists: groups may have shrunk, and some order themselves. */
export function settledPlace(groups: readonly DropGroup[], id: string, { group, index }: Place): Place {
  const found = groups.find((one) => one.key === group);
  if (found?.ordersItself) {
    const own = found.ids.indexOf(id);
    return { group, index: own === -1 ? 0 : own };
  }
  return { group, index: Math.max(0, Math.min(index, othersIn(groups, group, id).length)) };
}

/** One arrow key further; the same place at the end of the way. */
export function stepFrom(groups: readonly DropGroup[], id: string, at: Place, step: Step, flow: Flow): Place {
  const here = groups.findIndex((one) => one.key === at.group);
  const sideways = step === 'left' || step === 'right';
  const by = step === 'up' || step === 'left' ? -1 : 1;
  const beside = groups[here + by];
  if (sideways) {
    if (flow === 'sections' || !beside) return at;
    return settledPlace(groups, id, { group: beside.key, index: at.index });
  }
  const index = at.index + by;
  const last = othersIn(groups, at.group, id).length;
  if (index >= 0 && index <= last && !groups[here]?.ordersItself) return { group: at.group, index };
  if (flow === 'columns' || !beside) return at;
  const end = othersIn(groups, beside.key, id).length;
  return settledPlace(groups, id, { group: beside.key, index: by === 1 ? 0 : end });
}

/** "position 2 of 4": counted with the dragged one in it. */
export function countsAt(
  groups: readonly DropGroup[],
  id: string,
  { group, index }: Place,
): { readonly position: number; readonly of: number } {
  return { position: index + 1, of: othersIn(groups, group, id).length + 1 };
}

export const samePlace = (a: Place, b: Place): boolean => a.group === b.group && a.index === b.index;

function othersIn(groups: readonly DropGroup[], key: string, id: string): readonly string[] {
  return groups.find((one) => one.key === key)?.ids.filter((one) => one !== id) ?? [];
}
