import { describe, expect, it } from 'vitest';
import type { BrowserMarks } from '../platform/browser-marks';
import { noteCopy } from './lost-copy';
import { readMarks } from './session-marks';

function browser() {
  const stored = new Map<string, unknown>();
  const marks: BrowserMarks = {
    read: async <T>(key: string) => stored.get(key) as T | undefined,
    readAll: async (keys) => keys.map((key) => stored.get(key)),
    write: async (changes) => {
      for (const [key, value] of Object.entries(changes))
        value === undefined ? stored.delete(key) : stored.set(key, value);
    },
  };
  const open = async (accountId: string | null, isNew: boolean) =>
    noteCopy(marks, await readMarks(marks), { accountId, isNew: Promise.resolve(isNew) });
  return { marks, open };
}

describe('[H46] a copy that is gone', () => {
  it('is no news the first time, nor while it is there', async () => {
    const { open } = browser();
    expect(await open('ana', true)).toBe(false);
    expect(await open('ana', false)).toBe(false);
  });

  it('is told where it was here before, until it has been seen', async () => {
    const { open, marks } = browser();
    await open('ana', true);
    expect(await open('ana', true)).toBe(true);
    expect(await open('ana', false)).toBe(true);
    await marks.write({ cleared: undefined });
    expect(await open('ana', false)).toBe(false);
  });

  it('is told to its own person alone', async () => {
    const { open } = browser();
    await open('ana', true);
    await open('ana', true);
    expect(await open('ben', true)).toBe(false);
    expect(await open(null, true)).toBe(false);
    expect(await open('ana', false)).toBe(true);
  });
});
