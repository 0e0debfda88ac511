import { expect, it } from 'vitest';
import { START_MARK } from './cursor';
import { knownCursors } from './known-history';

it('[H25] a cursor is known by its mark alone: above the head, of another history or from before the floor it is not', () => {
  const marks = new Map([[41, '9f2c']]);
  const texts = ['41.9f2c', '41.c01d', '44.07aa', '7.07aa', `0.${START_MARK}`, null];
  expect([...knownCursors(texts, marks)]).toEqual(['41.9f2c', `0.${START_MARK}`]);
});
