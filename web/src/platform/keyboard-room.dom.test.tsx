import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchKeyboard } from './keyboard-room';

/** A window of 800 px, and what of it can be seen. */
const view = Object.assign(new EventTarget(), { height: 800, offsetTop: 0, scale: 1 });
const shown = () => document.documentElement.style.getPropertyValue('--keyboard');
const resize = (height: number, scale = 1) => {
  Object.assign(view, { height, scale });
  view.dispatchEvent(new Event('resize'));
};
let stop = () => {};
beforeEach(() => {
  vi.stubGlobal('innerHeight', 800);
  Object.assign(view, { height: 800, scale: 1 });
  stop = watchKeyboard(view as unknown as VisualViewport);
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});

it('a keyboard that covers the page lifts what stands at its bottom edge, until it goes', () => {
  resize(480);
  expect(shown()).toBe('320px');
  resize(800);
  expect(shown()).toBe('');
  resize(480);
  stop();
  expect(shown()).toBe('');
});

it('a window that became smaller, or a page that was enlarged, has nothing covered', () => {
  vi.stubGlobal('innerHeight', 480);
  resize(480);
  expect(shown()).toBe('');
  vi.stubGlobal('innerHeight', 800);
  resize(400, 2);
  expect(shown()).toBe('');
});

it.each([
  [600, 1, 1],
  [300, 1, 0],
  // Two fingers look closer at something else.
  [600, 2, 0],
])(
  'a field at %i px in focus, with the page at %i, is brought into what is left of the window: %i time',
  (top, scale, times) => {
    document.body.innerHTML = '<input aria-label="Add a step" />';
    const field = document.querySelector('input') as HTMLInputElement;
    field.getBoundingClientRect = () => new DOMRect(0, top, 200, 40);
    field.scrollIntoView = vi.fn();
    field.focus();
    resize(480, scale);
    expect(field.scrollIntoView).toHaveBeenCalledTimes(times);
  },
);
