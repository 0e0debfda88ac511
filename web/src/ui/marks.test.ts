import { expect, test } from 'vitest';
import { hueFromId } from './marks';

test('the same id has the same hue, and ids spread over all six', () => {
  const counts = new Map<number, number>();
  for (let n = 0; n < 6000; n += 1) {
    const hue = hueFromId(`0193e7a0-${n.toString(16).padStart(4, '0')}`);
    expect(hue).toBe(hueFromId(`0193e7a0-${n.toString(16).padStart(4, '0')}`));
    counts.set(hue, (counts.get(hue) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(Math.min(...counts.values())).toBeGreaterThan(800);
});
