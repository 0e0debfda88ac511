import { expect, it } from 'vitest';
import { milliseconds } from './motion';

it.each([
  ['220ms', 220],
  ['.22s', 220],
  [' 0.36s ', 360],
  ['0ms', 0],
  ['0s', 0],
  ['', 0],
])('a duration written as “%s” is %d ms', (written, expected) => {
  expect(milliseconds(written)).toBeCloseTo(expected, 6);
});
