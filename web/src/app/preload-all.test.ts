import { expect, it } from 'vitest';
import { preloadAll } from './preload-all';

it('[H57] what cannot be fetched holds nothing else back, and is asked for again when the network may be there', async () => {
  let network = false;
  const asked: string[] = [];
  const chunk =
    (name: string, needsNetwork = false) =>
    async () => {
      asked.push(name);
      if (needsNetwork && !network) throw new Error('no network');
    };
  let back: () => void = () => undefined;
  const again = () => new Promise<void>((resolve) => (back = resolve));
  let whole = false;
  const all = preloadAll(
    [
      [chunk('task', true), chunk('rows')],
      [chunk('upcoming'), chunk('inbox')],
    ],
    again,
  );
  void all.then(() => (whole = true));
  await turns();
  expect(asked).toEqual(['task', 'rows', 'upcoming', 'inbox']);
  back();
  await turns();
  expect(whole).toBe(false);
  network = true;
  back();
  await all;
  expect(asked.slice(4)).toEqual(['task', 'task']);
});

const turns = () => new Promise((done) => setImmediate(done));
