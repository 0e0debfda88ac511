/** Clicks on rows before anybody else hears them, and which rows are drawn. */
import { useEffect, useRef } from 'react';

export interface RowClick {
  readonly id: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  /** By a finger: there is no key to hold. */
  readonly touch: boolean;
}

/** A click on a row or card, not on a control in it. What is heard opens nothing. */
export function useRowClicks(on: boolean, heard: (click: RowClick) => boolean): void {
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    if (!on) return;
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const item = target?.closest<HTMLElement>('.main [data-row], .main [data-card]');
      const id = item?.dataset['row'] ?? item?.dataset['card'];
      if (id === undefined || target?.closest('button, [role="checkbox"]')) return;
      const touch = event instanceof PointerEvent && event.pointerType === 'touch';
      const ctrl = event.ctrlKey || event.metaKey;
      if (!latest.current({ id, shift: event.shiftKey, ctrl, touch })) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, [on]);
}

/** The rows and cards that are drawn, from the top of the page to its end. */
export const drawnRowIds = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('.main [data-row], .main [data-card]')].map(
    (item) => item.dataset['row'] ?? item.dataset['card'] ?? '',
  );
