import { describe, expect, it } from 'vitest';
import { releaseOf, restingTouch, shownSwipe, type Touch, type TouchInput, touched } from './touch';

const down = (
  x: number,
  y: number,
  more: Partial<Extract<TouchInput, { kind: 'down' }>> = {},
): TouchInput => ({
  kind: 'down',
  at: { x, y },
  onRow: true,
  atTop: false,
  screenWidth: 390,
  ...more,
});
const move = (x: number, y: number): TouchInput => ({ kind: 'move', at: { x, y } });
const after = (...inputs: readonly TouchInput[]): Touch =>
  inputs.reduce<Touch>((touch, input) => touched(touch, input), restingTouch);

describe('a finger on a row', () => {
  it('that rests for 350 ms holds it', () => {
    expect(after(down(100, 100), { kind: 'long' }).phase).toBe('held');
    expect(after(down(100, 100), move(104, 103), { kind: 'long' }).phase).toBe('held');
  });

  it('that moved before scrolls or swipes, and holds nothing', () => {
    expect(after(down(100, 100), move(102, 130), { kind: 'long' }).phase).toBe('scrolling');
    expect(after(down(100, 100), move(130, 102), { kind: 'long' }).phase).toBe('swiping');
    expect(after(down(100, 100, { onRow: false }), { kind: 'long' }).phase).toBe('pressed');
  });

  it('that goes sideways swipes, and no more scrolls; up and down it scrolls, and swipes no more', () => {
    expect(after(down(100, 100), move(120, 104), move(150, 160))).toMatchObject({ phase: 'swiping', dx: 50 });
    expect(after(down(100, 100), move(104, 120), move(200, 120)).phase).toBe('scrolling');
  });

  it('leaves the 24 px at the screen’s edges to the system', () => {
    expect(after(down(20, 100), move(120, 100)).phase).toBe('scrolling');
    expect(after(down(375, 100), move(250, 100)).phase).toBe('scrolling');
    expect(after(down(25, 100), move(120, 100)).phase).toBe('swiping');
  });

  it('means nothing once a second one is there', () => {
    expect(after(down(100, 100), move(150, 100), { kind: 'lost' }).phase).toBe('resting');
  });
});

describe('letting go', () => {
  const swiped = (dx: number) =>
    releaseOf(after(down(100, 100), move(100 + Math.sign(dx) * 20, 100), move(100 + dx, 100)), 350);

  it('completes from 40 % on', () => {
    expect([swiped(139), swiped(140), swiped(300)]).toEqual(['nothing', 'complete', 'complete']);
  });

  it('to the left shows the tools from their half on', () => {
    expect([swiped(-60), swiped(-82), swiped(-300)]).toEqual(['nothing', 'tools', 'tools']);
    expect(shownSwipe(-100)).toBe(-100);
    expect(shownSwipe(-264)).toBe(-189);
  });

  it('after a pull at the top asks for a check', () => {
    const pulled = (dy: number) =>
      releaseOf(after(down(100, 100, { atTop: true }), move(100, 120), move(100, 100 + dy)), 350);
    expect([pulled(71), pulled(72)]).toEqual(['nothing', 'check']);
    expect(after(down(100, 100), move(100, 200)).phase).toBe('scrolling');
    expect(after(down(100, 100, { atTop: true }), move(100, 60)).phase).toBe('scrolling');
  });
});
