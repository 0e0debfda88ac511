/** How far below the start of what scrolls a list begins, in px. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/**
 * What stands above may have grown or shrunk with any paint. It is looked at in the next frame, where everything is laid
 * out anyway: asked for after each change of a row, it cost a layout of its own.
 */
export function useScrollMargin(list: RefObject<HTMLElement | null>, scroller: HTMLElement | null): number {
  const [margin, setMargin] = useState(0);
  const measure = (): void => {
    if (!list.current || !scroller) return;
    const { top } = list.current.getBoundingClientRect();
    const next = top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setMargin((was) => (Math.abs(next - was) > 1 ? next : was));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first rows are placed with the first paint, the rest looks in the frames after
  useLayoutEffect(measure, [scroller]);
  useEffect(() => {
    const frame = requestAnimationFrame(measure);
    return () => cancelAnimationFrame(frame);
  });
  return margin;
}
