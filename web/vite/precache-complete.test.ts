import { expect, test } from 'vitest';
import { missingFrom } from './precache-complete';

const worker = 'precache([{"revision":"1","url":"index.html"},{"revision":null,"url":"assets/main-1.js"}])';

test('a file that the worker does not name is found', () => {
  expect(missingFrom(worker, ['index.html', 'assets/main-1.js'])).toEqual([]);
  expect(missingFrom(worker, ['index.html', 'assets/main-1.js', 'assets/menu-2.js'])).toEqual([
    'assets/menu-2.js',
  ]);
});
