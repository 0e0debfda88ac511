import { expect, it, vi } from 'vitest';
import { openBrowserMarks, restMarks, wakeMarks } from './browser-marks';

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

it('[H40] a page that is kept aside holds no other up: what it writes is broken off, and done once it is back', async () => {
  const marks = openBrowserMarks('browser-marks-2');
  await marks.write({ from: 'before' });
  const written = marks.write({ from: 'here' });
  // Its transaction is under way with the first request.
  await new Promise<void>((begun) => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (
      this: IDBObjectStore,
      ...args
    ) {
      put.mockRestore();
      const request = this.put(...args);
      request.addEventListener('success', () => {
        restMarks();
        begun();
      });
      return request;
    });
  });
  expect(await readElsewhere('browser-marks-2', 'from')).toBe('before');
  wakeMarks();
  await written;
  expect(await marks.read('from')).toBe('here');
});

/** As another page does. */
const readElsewhere = (name: string, key: string): Promise<unknown> =>
  new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const request = opening.result.transaction('marks', 'readwrite').objectStore('marks').get(key);
      request.onsuccess = () => resolve(request.result);
    };
  });
