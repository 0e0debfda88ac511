/** `touch.ts` at work on the lists of the page: listens, keeps the 350 ms, and moves the row with the finger. */
import { useEffect, useRef } from 'react';
import { swallowClicks } from '../swallow-clicks';
import { type Release, releaseOf, restingTouch, shownSwipe, TOUCH, type Touch, touched } from './touch';

export interface TouchHeard {
  /** Held still for 350 ms. */
  readonly held: (row: HTMLElement) => void;
  /** The row goes with the finger, so far; null once it is let go. */
  readonly swiped: (row: HTMLElement, dx: number | null, release: Release) => void;
  /** Pulled down so far at the top; null once it is let go. */
  readonly pulled: (dy: number | null, release: Release) => void;
}

export function useTouch(rows: boolean, heard: TouchHeard): void {
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    let touch: Touch = restingTouch;
    let row: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const end = (release: boolean) => {
      clearTimeout(timer);
      const was = touch;
      const on = row;
      touch = restingTouch;
      row = null;
      const way = release && on ? releaseOf(was, on.offsetWidth) : release ? releaseOf(was, 1) : 'nothing';
      if (was.phase === 'swiping' && on) latest.current.swiped(on, null, way);
      if (was.phase === 'pulling') latest.current.pulled(null, way);
    };
    const onStart = (event: TouchEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const scroller = target?.closest('.main .scroll');
      const [finger] = event.touches;
      if (!scroller || !finger || event.touches.length > 1) return end(false);
      row = rows ? (target?.closest<HTMLElement>('[data-row]') ?? null) : null;
      touch = touched(restingTouch, {
        kind: 'down',
        at: { x: finger.clientX, y: finger.clientY },
        onRow: row !== null && !target?.closest('.grip'),
        atTop: scroller.scrollTop <= 0,
        screenWidth: innerWidth,
      });
      timer = setTimeout(() => {
        touch = touched(touch, { kind: 'long' });
        if (touch.phase === 'held' && row) latest.current.held(row);
      }, TOUCH.longPress);
    };
    const onMove = (event: TouchEvent) => {
      const [finger] = event.touches;
      if (!finger) return;
      touch = touched(touch, { kind: 'move', at: { x: finger.clientX, y: finger.clientY } });
      // The list stays where it is under a row that is swiped, and under a finger that pulls.
      if ((touch.phase === 'swiping' || touch.phase === 'held') && event.cancelable) event.preventDefault();
      if (touch.phase === 'swiping' && row)
        latest.current.swiped(row, shownSwipe(touch.dx), releaseOf(touch, row.offsetWidth));
      if (touch.phase === 'pulling') latest.current.pulled(touch.dy, releaseOf(touch, 1));
      if (touch.phase !== 'pressed') clearTimeout(timer);
    };
    const onEnd = () => {
      const held = touch.phase === 'held';
      end(true);
      // The finger that held a row opens nothing when it goes.
      if (held) swallowClicks()();
    };
    const onLost = () => end(false);
    // What a long press opens elsewhere (a preview of the link) is not wanted here.
    const onMenu = (event: Event) => {
      if (touch.phase !== 'resting' && row) event.preventDefault();
    };
    document.addEventListener('touchstart', onStart, { passive: true });
    document.addEventListener('touchmove', onMove, { passive: false });
    document.addEventListener('touchend', onEnd);
    document.addEventListener('touchcancel', onLost);
    document.addEventListener('contextmenu', onMenu);
    // It comes in a chunk of its own: whoever waits for it sees it here.
    document.documentElement.dataset['touch'] = '';
    return () => {
      delete document.documentElement.dataset['touch'];
      clearTimeout(timer);
      document.removeEventListener('touchstart', onStart);
      document.removeEventListener('touchmove', onMove);
      document.removeEventListener('touchend', onEnd);
      document.removeEventListener('touchcancel', onLost);
      document.removeEventListener('contextmenu', onMenu);
    };
  }, [rows]);
}
