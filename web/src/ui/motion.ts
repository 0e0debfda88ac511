/** How long motions take, as tokens.css has it: none at all where motion is reduced. */

export type MotionToken = '--t-tap' | '--t-quick' | '--t-move' | '--t-slow';

/** In milliseconds, of an element that stands on the page. */
export const durationOf = (element: Element, token: MotionToken): number =>
  milliseconds(getComputedStyle(element).getPropertyValue(token));

/** The build shortens `220ms` to `.22s`. */
export function milliseconds(time: string): number {
  const number = Number.parseFloat(time) || 0;
  return time.trim().endsWith('ms') ? number : number * 1000;
}
