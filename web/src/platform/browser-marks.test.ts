import { expect, it, vi } from 'vitest';
import { openBrowserMarks } from './browser-marks';

it('[H40] what storage refuses in the midst is thrown as what it is', async () => {
  const marks = openBrowserMarks('browser-marks-1');
  await marks.write({ here: 1 });
  // A disk that fails on a request: here it is a key that stands already.
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    return this.add(...args);
  });
  await expect(marks.write({ here: 2 })).rejects.toMatchObject({ name: 'ConstraintError' });
  put.mockRestore();
  expect(await marks.read('here')).toBe(1);
});
