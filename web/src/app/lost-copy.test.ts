import { describe, expect, it } from 'vitest';
import { memoryMarks } from '../testing/memory-marks';
import { noteCopy } from './lost-copy';
import { readMarks } from './session-marks';

function browser() {
  const { marks } = memoryMarks();
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
