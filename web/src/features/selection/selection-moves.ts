/** What keys, clicks and fingers do to the selection. Each answers whether there was something to do. */
import { focusedRowId } from '../../ui/page-keys';
import { moveRowFocus } from '../../ui/row-steps';
import { selectableIds } from './order';
import { allOf, extendedTo, nothingSelected, toggled } from './selection';
import { selectionStore } from './selection-store';

/** In the order on the screen. */
export function selectedIds(): readonly string[] {
  const { ids } = selectionStore.get();
  return ids.size === 0 ? [] : selectableIds().filter((id) => ids.has(id));
}

export function leaveSelection(): boolean {
  const was = selectionStore.get().ids.size > 0;
  selectionStore.set(nothingSelected);
  return was;
}

export function selectAll(): boolean {
  selectionStore.set(allOf(selectableIds()));
  return true;
}

export function toggle(id: string | null): boolean {
  if (id !== null) selectionStore.set(toggled(selectionStore.get(), id));
  return id !== null;
}

/** All from where the selection began to this row. */
export function extendTo(id: string): void {
  const was = selectionStore.get();
  const begun = was.anchor === null ? toggled(was, focusedRowId() ?? id) : was;
  selectionStore.set(extendedTo(begun, id, selectableIds()));
}

/** The focus goes a row further, and takes it along. */
export function extendBy(by: 1 | -1): boolean {
  const from = focusedRowId();
  if (from === null) return false;
  const was = selectionStore.get();
  const begun = was.ids.has(from) ? was : toggled(was, from);
  moveRowFocus(by);
  const to = focusedRowId();
  const anchored = { ...begun, anchor: begun.anchor ?? from };
  selectionStore.set(to === null ? begun : extendedTo(anchored, to, selectableIds()));
  return true;
}
