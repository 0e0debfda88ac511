/**
 * A list of which only the rows near the screen exist, however long it is. Several may stand below each other in
 * one scrolling page, each with its own heading. Rows keep their place in the flow, so sizes and focus are real.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import { Rows } from '../../ui/row';
import type { LongRowsProps } from './long-rows';
import { useScrollMargin } from './use-scroll-margin';

/** A guess for rows not yet seen: two lines on a phone, one on a desk. */
const usualHeight = 60;

export function VirtualRows({ label, ids, scroller, row, onNear }: LongRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const margin = useScrollMargin(list, scroller);
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: ids.length,
    getScrollElement: () => scroller,
    estimateSize: () => usualHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 12,
    scrollMargin: margin,
  });

  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const [from, to] = [first?.index ?? 0, last?.index ?? 0];
  useLayoutEffect(() => onNear?.(from, to), [from, to, onNear]);

  return (
    <Rows
      ref={list}
      label={label}
      style={{
        paddingBlockStart: first ? first.start - margin : 0,
        paddingBlockEnd: last ? virtualizer.getTotalSize() + margin - last.end : 0,
      }}
    >
      {items.map((item) => {
        const id = ids[item.index];
        if (id === undefined) return null;
        return row(id, {
          index: item.index,
          count: ids.length,
          ref: virtualizer.measureElement,
        });
      })}
    </Rows>
  );
}
