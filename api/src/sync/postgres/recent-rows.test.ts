import { task } from '@holdfast/shared/entities/task';
import type { RowChange } from '@holdfast/shared/sync/protocol';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { expect, it, vi } from 'vitest';
import { recentRows } from './recent-rows';

const [SAM, EVE] = [uuidOf(0xc1), uuidOf(0xcc)];
const aTask = (n: number, version: number): RowChange => ({
  entity: 'task',
  row: build(task, { id: uuidOf(n), version, title: `Task ${n}` }),
});
const ofSam = () => {
  const recent = recentRows();
  recent.admit(SAM, true);
  recent.takesVersions();
  return recent;
};
const reading = (...found: RowChange[]) => vi.fn(() => Promise.resolve(found));

it('[PU7] what reaches far enough back is read once, and what was written since stands in its new version', async () => {
  const recent = ofSam();
  const first = reading(aTask(1, 5), aTask(2, 6));
  expect(await recent.above(SAM, 4, first)).toEqual([aTask(1, 5), aTask(2, 6)]);
  recent.wrote('task', [aTask(1, 7).row, aTask(3, 8).row]);
  const later = reading();
  expect(await recent.above(SAM, 5, later)).toEqual([aTask(2, 6), aTask(1, 7), aTask(3, 8)]);
  expect(await recent.above(SAM, 7, later)).toEqual([aTask(3, 8)]);
  expect([first.mock.calls.length, later.mock.calls.length]).toEqual([1, 0]);
});

it('[PU7] who saw less than all before reads anew, and those after it have that', async () => {
  const recent = ofSam();
  await recent.above(SAM, 6, reading(aTask(2, 7)));
  recent.wrote('task', [aTask(3, 8).row]);
  const all = [aTask(1, 5), aTask(2, 7), aTask(3, 8)];
  const earlier = reading(...all);
  expect(await recent.above(SAM, 4, earlier)).toEqual(all);
  expect(await recent.above(SAM, 5, reading())).toEqual([aTask(2, 7), aTask(3, 8)]);
  expect(earlier).toHaveBeenCalledOnce();
});

it('[PU7] who waits for the database is not told what others wrote in the meantime', async () => {
  const recent = ofSam();
  const [first, second] = [
    recent.above(SAM, 4, reading(aTask(1, 5), aTask(2, 6))),
    recent.above(SAM, 5, reading()),
  ];
  recent.wrote('task', [aTask(2, 7).row]);
  expect(await first).toEqual([aTask(1, 5), aTask(2, 6)]);
  expect(await second).toEqual([aTask(2, 6)]);
});

it('[AC4] who is not known as a member reads with its own rights, and leaves nothing for others', async () => {
  const recent = ofSam();
  await recent.above(SAM, 4, reading(aTask(1, 5)));
  expect(await recent.above(EVE, 4, reading())).toEqual([]);
  expect(await recent.above(EVE, 0, reading())).toEqual([]);
  const earlier = reading(aTask(2, 3), aTask(1, 5));
  expect(await recent.above(SAM, 0, earlier)).toEqual([aTask(2, 3), aTask(1, 5)]);
  recent.admit(SAM, false);
  expect(await recent.above(SAM, 4, reading())).toEqual([]);
});
