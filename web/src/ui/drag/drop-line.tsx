/** In lists: where the row in hand would go, as a line between two rows, and the row itself above the others. */
import { useLayoutEffect, useRef } from 'react';
import { type DropGroup, neighboursAt } from './places';
import type { Drag } from './use-drag';

const rowIn = (scroller: HTMLElement, id: string | null): HTMLElement | null =>
  id === null ? null : scroller.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);

export interface DropLineProps {
  drag: Drag;
  /** Rendered into it: the line scrolls with the rows. */
  scroller: HTMLElement;
  groups: readonly DropGroup[];
}

export function DropLine({ drag, scroller, groups }: DropLineProps) {
  const line = useRef<HTMLDivElement>(null);
  const { lifted, moves } = drag;

  // The row that it came from stays dashed.
  useLayoutEffect(() => {
    const row = rowIn(scroller, lifted?.id ?? null);
    row?.setAttribute('data-source', '');
    return () => row?.removeAttribute('data-source');
  }, [scroller, lifted?.id]);

  useLayoutEffect(() => {
    const element = line.current;
    if (!element || !lifted) return;
    const { before, after } = neighboursAt(groups, lifted.id, lifted.over);
    const [above, below] = [rowIn(scroller, before), rowIn(scroller, after)];
    const head = scroller.querySelector(`[data-drop="${CSS.escape(lifted.over.group)}"]`);
    const at = above ?? below ?? head;
    if (!at) return;
    const box = at.getBoundingClientRect();
    const room = scroller.getBoundingClientRect();
    const edge = at === below ? box.top : box.bottom;
    element.style.top = `${edge - room.top + scroller.scrollTop}px`;
    element.style.left = `${box.left - room.left}px`;
    element.style.width = `${box.width}px`;
    if (lifted.by === 'keys') element.scrollIntoView({ block: 'nearest' });
  });
  return moves ? <div ref={line} className="drop-line" data-slot="" aria-hidden="true" /> : null;
}

/** The same words, raised. */
export function LiftedRow({ id, scroller }: { id: string; scroller: HTMLElement }) {
  const title = rowIn(scroller, id)?.querySelector('.row-title')?.textContent ?? '';
  return (
    <div className="row-in-hand" aria-hidden="true">
      {title}
    </div>
  );
}
