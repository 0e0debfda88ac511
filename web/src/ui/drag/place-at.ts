/** From a point on the screen to a place: which group lies under it, and between which two of its items. */
import { type DropGroup, type Flow, type Place, settledPlace } from './places';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A group as it is drawn; of a long one only the items near the screen are. */
export interface DrawnGroup {
  readonly key: string;
  readonly box: Box;
  readonly items: readonly { readonly id: string; readonly box: Box }[];
}

/** The nearest group counts, so that a card let go between two columns lands in one; null where nothing is drawn. */
export function placeAt(
  groups: readonly DropGroup[],
  drawn: readonly DrawnGroup[],
  id: string,
  point: Point,
  flow: Flow,
): Place | null {
  const away = ({ box }: DrawnGroup) =>
    flow === 'columns' ? outside(point.x, box.left, box.right) : outside(point.y, box.top, box.bottom);
  const [first, ...rest] = drawn.filter((one) => groups.some((group) => group.key === one.key));
  if (!first) return null;
  const nearest = rest.reduce((best, one) => (away(one) < away(best) ? one : best), first);
  const ids = groups.find((one) => one.key === nearest.key)?.ids.filter((one) => one !== id) ?? [];
  const items = nearest.items.filter((item) => item.id !== id);
  const below = items.find((item) => point.y < (item.box.top + item.box.bottom) / 2);
  const last = items.at(-1);
  const index = below ? ids.indexOf(below.id) : last ? ids.indexOf(last.id) + 1 : 0;
  return settledPlace(groups, id, { group: nearest.key, index });
}

/** How far a coordinate lies outside of a stretch. */
const outside = (at: number, from: number, to: number): number => Math.max(from - at, at - to, 0);

/** Reads the groups and items as they stand, by their `data-drop` and `data-card` or `data-row`. */
export function readDrawn(area: Element): DrawnGroup[] {
  return [...area.querySelectorAll<HTMLElement>('[data-drop]')].map((group) => ({
    key: group.dataset['drop'] ?? '',
    box: group.getBoundingClientRect(),
    items: [...group.querySelectorAll<HTMLElement>('[data-card], [data-row]')].map((item) => ({
      id: idOf(item),
      box: item.getBoundingClientRect(),
    })),
  }));
}

/** The id of a card or row. */
export const idOf = (item: HTMLElement): string => item.dataset['card'] ?? item.dataset['row'] ?? '';
