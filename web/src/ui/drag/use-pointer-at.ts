/**
 * Where the mouse or the first finger is while something is in hand; scrolling under it counts as moving. Where it went
 * between the press and the lift counts too: whoever drags fast and rests then has a place at once.
 */
import { useEffect, useRef } from 'react';
import type { Point } from './place-at';

/** @param onPoint at most once a frame */
export function usePointerAt(active: boolean, onPoint: (point: Point, time: number) => void): void {
  const latest = useRef(onPoint);
  latest.current = onPoint;
  const point = useRef<Point | null>(null);

  useEffect(() => {
    const onMove = (event: MouseEvent | TouchEvent) => {
      const at = 'touches' in event ? event.touches[0] : event;
      if (at) point.current = { x: at.clientX, y: at.clientY };
    };
    window.addEventListener('mousemove', onMove, true);
    for (const name of ['touchstart', 'touchmove'] as const)
      window.addEventListener(name, onMove, { capture: true, passive: true });
    return () => {
      for (const name of ['mousemove', 'touchstart', 'touchmove'] as const)
        window.removeEventListener(name, onMove, true);
    };
  }, []);

  useEffect(() => {
    if (!active) return;
    let frame = 0;
    const tell = () => {
      if (frame !== 0) return;
      frame = requestAnimationFrame((time) => {
        frame = 0;
        if (point.current) latest.current(point.current, time);
      });
    };
    tell();
    for (const name of moves) window.addEventListener(name, tell, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      for (const name of moves) window.removeEventListener(name, tell, true);
    };
  }, [active]);
}

const moves = ['mousemove', 'touchmove', 'scroll'] as const;
