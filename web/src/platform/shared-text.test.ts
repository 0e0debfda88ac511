import { expect, it } from 'vitest';
import { openBrowserMarks } from './browser-marks';
import { forgetShared, keepShared, readShared } from './shared-text';

const text = (title: string) => ({ title, text: '', url: '' });

it('a second text replaces nothing; what came while the first was taken waits', async () => {
  const marks = openBrowserMarks('shared-text-1');
  await keepShared(marks, text('Milk'));
  await keepShared(marks, text('Bread'));
  const taken = await readShared(marks);
  expect(taken).toEqual([text('Milk'), text('Bread')]);
  await keepShared(marks, text('Salt'));
  await forgetShared(marks, taken);
  expect(await readShared(marks)).toEqual([text('Salt')]);
  await forgetShared(marks, [text('Salt')]);
  expect(await readShared(marks)).toEqual([]);
});

it('what an older build kept is read too', async () => {
  const marks = openBrowserMarks('shared-text-2');
  await marks.write({ shared: text('Milk') });
  await keepShared(marks, text('Bread'));
  expect(await readShared(marks)).toEqual([text('Milk'), text('Bread')]);
});

it('two pages that took the same forget it once: what came in between waits', async () => {
  const marks = openBrowserMarks('shared-text-3');
  await keepShared(marks, text('Milk'));
  const [here, there] = await Promise.all([readShared(marks), readShared(marks)]);
  await forgetShared(marks, here);
  await keepShared(marks, text('Bread'));
  await forgetShared(marks, there);
  expect(await readShared(marks)).toEqual([text('Bread')]);
});
