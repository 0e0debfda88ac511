/** Which rows are chosen for doing something with all of them. Pure. */

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the row that was chosen last by itself. */
  readonly anchor: string | null;
  /** The other end of the range. */
  readonly head: string | null;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null, head: null };

/** Chosen or not any more; the next range begins here. */
export function toggled(was: Selection, id: string): Selection {
  const ids = new Set(was.ids);
  if (!ids.delete(id)) ids.add(id);
  return ids.size === 0 ? nothingSelected : { ids, anchor: id, head: id };
}

/** All from the anchor to this row, in the order on the screen; what was in the last range and not in this one goes. */
export function extendedTo(was: Selection, id: string, order: readonly string[]): Selection {
  const anchor = was.anchor !== null && order.includes(was.anchor) ? was.anchor : id;
  const ids = new Set(was.ids);
  for (const one of between(order, anchor, was.head)) ids.delete(one);
  for (const one of between(order, anchor, id)) ids.add(one);
  return { ids, anchor, head: id };
}

export const allOf = (order: readonly string[]): Selection => ({
  ids: new Set(order),
  anchor: order[0] ?? null,
  head: order.at(-1) ?? null,
});

/** Without rows that are no longer there; the same object where none is missing. */
export function without(was: Selection, gone: ReadonlySet<string>): Selection {
  const ids = new Set([...was.ids].filter((id) => !gone.has(id)));
  if (ids.size === was.ids.size) return was;
  if (ids.size === 0) return nothingSelected;
  const kept = (id: string | null) => (id !== null && ids.has(id) ? id : null);
  return { ids, anchor: kept(was.anchor), head: kept(was.head) };
}

function between(order: readonly string[], from: string, to: string | null): readonly string[] {
  const [a, b] = [order.indexOf(from), to === null ? -1 : order.indexOf(to)];
  if (a === -1 || b === -1) return [];
  return order.slice(Math.min(a, b), Math.max(a, b) + 1);
}
