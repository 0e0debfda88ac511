/** Where the mouse or the first finger is while something is in hand; scrolling under it counts as moving. */
import { useEffect, useRef } from 'react';
import type { Point } from './place-at';

/** @param onPoint at most once a frame */
export function usePointerAt(active: boolean, onPoint: (point: Point, time: number) => void): void {
  const latest = useRef(onPoint);
  latest.current = onPoint;
  useEffect(() => {
    if (!active) return;
    let point: Point | null = null;
    let frame = 0;
    const tell = () => {
      if (frame !== 0) return;
      frame = requestAnimationFrame((time) => {
        frame = 0;
        if (point) latest.current(point, time);
      });
    };
    const onMove = (event: MouseEvent | TouchEvent) => {
      const at = 'touches' in event ? event.touches[0] : event;
      if (!at) return;
      point = { x: at.clientX, y: at.clientY };
      tell();
    };
    window.addEventListener('mousemove', onMove, true);
    window.addEventListener('touchmove', onMove, { capture: true, passive: true });
    window.addEventListener('scroll', tell, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('mousemove', onMove, true);
      window.removeEventListener('touchmove', onMove, true);
      window.removeEventListener('scroll', tell, true);
    };
  }, [active]);
}
