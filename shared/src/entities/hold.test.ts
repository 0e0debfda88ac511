import { expect, it } from 'vitest';
import { sampleOf } from './hold';

it('[PL5] of a hold’s first rows those are read that are rows; what else a server puts there breaks nothing', () => {
  const row = { entity: 'task', id: 'a' };
  expect(sampleOf([row, null, 'task/b', { entity: 'task' }, { entity: 1, id: 'c' }])).toEqual([row]);
  for (const sample of [null, undefined, 'task/a', { more: 3 }]) expect(sampleOf(sample)).toEqual([]);
});
