import { expect, test } from 'vitest';
import { overBudget } from './entry-budget';
import { scriptsOf } from './scripts-of';

test('the entry is what the page loads by itself, preloads too', () => {
  const html = `<script type="module" crossorigin src="/assets/entry-1.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/runtime-2.js"><link rel="stylesheet" href="/assets/entry.css">`;
  expect(scriptsOf(html)).toEqual(['assets/entry-1.js', 'assets/runtime-2.js']);
});

test('over its budget the build fails and says by how much; a page without scripts is no success', () => {
  expect(overBudget(['a.js', 'b.js'], [100, 50], 150)).toBeNull();
  expect(overBudget(['a.js', 'b.js'], [100, 51], 150)).toMatch(/151 bytes of brotli, 1 over/);
  expect(overBudget([], [], 150)).toMatch(/no script/);
});
