/** A dialog that stands at the bottom of a phone goes down with the finger on its grabber, and closes if it went far. */
import { type TouchEvent, useRef } from 'react';

/** Less is a finger that changed its mind. */
const FAR = 72;
/** As the style sheet has it for sheets. */
const MOVED = '--drawer-swipe-movement-y';

export function useDragDown(popup: { readonly current: HTMLElement | null }, onClose: () => void) {
  const from = useRef<number | null>(null);
  const movedBy = ({ changedTouches }: TouchEvent): number => {
    const at = changedTouches[0]?.clientY;
    return from.current === null || at === undefined ? 0 : Math.max(0, at - from.current);
  };
  const end = (event: TouchEvent, far: number) => {
    const by = movedBy(event);
    from.current = null;
    popup.current?.removeAttribute('data-swiping');
    popup.current?.style.removeProperty(MOVED);
    if (by >= far) onClose();
  };
  return {
    onTouchStart: (event: TouchEvent) => {
      from.current = event.touches.length === 1 ? (event.touches[0]?.clientY ?? null) : null;
      popup.current?.setAttribute('data-swiping', '');
    },
    onTouchMove: (event: TouchEvent) => popup.current?.style.setProperty(MOVED, `${movedBy(event)}px`),
    onTouchEnd: (event: TouchEvent) => end(event, FAR),
    onTouchCancel: (event: TouchEvent) => end(event, Number.POSITIVE_INFINITY),
  };
}
