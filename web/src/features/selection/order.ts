/** The rows that can be selected, in the order in which their lists stand on the page. */
import { drawnRowIds } from '../../ui/row-events';
import { listsStore } from './selection-store';

export function selectableIds(): readonly string[] {
  const placeOf = new Map(drawnRowIds().map((id, place) => [id, place]));
  // Of a long list only some rows are drawn: where one of them stands, it stands.
  const lists = [...listsStore.get().values()].map((ids) => ({
    ids,
    place: ids.reduce((first, id) => Math.min(first, placeOf.get(id) ?? first), Number.POSITIVE_INFINITY),
  }));
  return [...new Set(lists.sort((a, b) => a.place - b.place).flatMap(({ ids }) => ids))].filter(isRow);
}

/** Lists in sections hold their headings among the ids. */
const isRow = (id: string): boolean => !id.includes(' ');
