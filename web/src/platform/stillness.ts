/**
 * Whether somebody is at the page just now: a finger, the mouse, a key, the wheel within the last second. What comes
 * from elsewhere waits with moving things until nobody is; what a person does here themselves is shown at once.
 */
const STILL_AFTER = 1000;
const EVENTS = ['pointermove', 'pointerdown', 'touchmove', 'wheel', 'keydown', 'input'] as const;

let watching = false;
let moving: ReturnType<typeof setTimeout> | null = null;
let own: ReturnType<typeof setTimeout> | null = null;
const waiting = new Set<() => void>();

export function watchStillness(): void {
  if (watching) return;
  watching = true;
  for (const event of EVENTS) addEventListener(event, stir, { passive: true, capture: true });
}

export const isStill = (): boolean => moving === null;

/** Calls back once, as soon as it is still. Returns what takes the wish back. */
export function onceStill(then: () => void): () => void {
  waiting.add(then);
  return () => void waiting.delete(then);
}

/** Call when a person does something here: for a second what they see follows it, even under their finger. */
export function actHere(): void {
  if (own) clearTimeout(own);
  own = setTimeout(() => {
    own = null;
  }, STILL_AFTER);
}

export const actedHere = (): boolean => own !== null;

function stir(): void {
  if (moving) clearTimeout(moving);
  moving = setTimeout(() => {
    moving = null;
    const calls = [...waiting];
    waiting.clear();
    for (const call of calls) call();
  }, STILL_AFTER);
}
