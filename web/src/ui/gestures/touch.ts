/**
 * What one finger on a list means: a long press, a swipe of its row, a pull at the top, or none of these (the list
 * scrolls). Pure: a touch event in, what it has become out; whoever listens keeps the 350 ms.
 *
 *   resting ── down ──▶ pressed ── still for 350 ms ──▶ held
 *                          ├── sideways ──▶ swiping
 *                          ├── downwards at the top ──▶ pulling
 *                          └── else ──▶ scrolling
 */

export const TOUCH = {
  /** Row swipes start so far inside the screen's edge: the system's back gesture stays. */
  edge: 24,
  longPress: 350,
  /** A finger that rests trembles so much. */
  slack: 10,
  /** A swipe to the right catches at this part of the row. */
  catches: 0.4,
  /** The two tools behind a row's end are so wide. */
  tools: 164,
  /** A pull is so long when it asks. */
  pull: 72,
} as const;

export interface TouchPoint {
  readonly x: number;
  readonly y: number;
}

export type Touch =
  | { readonly phase: 'resting' | 'scrolling' | 'held' }
  | {
      readonly phase: 'pressed';
      readonly from: TouchPoint;
      readonly onRow: boolean;
      readonly atTop: boolean;
      readonly atEdge: boolean;
    }
  | { readonly phase: 'swiping'; readonly from: TouchPoint; readonly dx: number }
  | { readonly phase: 'pulling'; readonly from: TouchPoint; readonly dy: number };

export type TouchInput =
  | {
      readonly kind: 'down';
      readonly at: TouchPoint;
      readonly onRow: boolean;
      /** The list stands at its beginning. */
      readonly atTop: boolean;
      readonly screenWidth: number;
    }
  | { readonly kind: 'move'; readonly at: TouchPoint }
  /** 350 ms have passed. */
  | { readonly kind: 'long' }
  /** A second finger, or the system took over. */
  | { readonly kind: 'lost' };

export const restingTouch: Touch = { phase: 'resting' };
const scrolling: Touch = { phase: 'scrolling' };

export function touched(was: Touch, input: TouchInput): Touch {
  switch (input.kind) {
    case 'down': {
      const { at, onRow, atTop, screenWidth } = input;
      const atEdge = at.x < TOUCH.edge || at.x > screenWidth - TOUCH.edge;
      return { phase: 'pressed', from: at, onRow, atTop, atEdge };
    }
    case 'lost':
      return restingTouch;
    case 'long':
      return was.phase === 'pressed' && was.onRow ? { phase: 'held' } : was;
    case 'move':
      return movedTo(was, input.at);
  }
}

function movedTo(was: Touch, at: TouchPoint): Touch {
  if (was.phase === 'swiping') return { ...was, dx: at.x - was.from.x };
  if (was.phase === 'pulling') return { ...was, dy: Math.max(0, at.y - was.from.y) };
  if (was.phase !== 'pressed') return was;
  const [dx, dy] = [at.x - was.from.x, at.y - was.from.y];
  if (Math.hypot(dx, dy) < TOUCH.slack) return was;
  if (Math.abs(dx) > Math.abs(dy) * 1.5)
    return was.onRow && !was.atEdge ? { phase: 'swiping', from: was.from, dx } : scrolling;
  return was.atTop && dy > 0 ? { phase: 'pulling', from: was.from, dy } : scrolling;
}

/** What letting go does. */
export type Release = 'complete' | 'tools' | 'check' | 'nothing';

export function releaseOf(touch: Touch, rowWidth: number): Release {
  if (touch.phase === 'pulling') return touch.dy >= TOUCH.pull ? 'check' : 'nothing';
  if (touch.phase !== 'swiping') return 'nothing';
  if (touch.dx >= rowWidth * TOUCH.catches) return 'complete';
  return touch.dx <= -TOUCH.tools / 2 ? 'tools' : 'nothing';
}

/** How far the row goes with the finger: not past its tools, and not left of its place where it has none. */
export function shownSwipe(dx: number): number {
  return dx < -TOUCH.tools ? -TOUCH.tools + (dx + TOUCH.tools) / 4 : dx;
}
