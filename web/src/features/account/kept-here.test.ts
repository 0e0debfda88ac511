import 'fake-indexeddb/auto';
import { WORKSPACE } from '@holdfast/shared/testing/build';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ActionContext } from '../../db/context';
import { HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { createReader, type Reader } from '../../db/reader';
import { testContext } from '../../testing/write-context';
import { makeSample, removeSample } from '../sample/actions';
import { liveSample } from '../sample/live-sample';
import { renameTask } from '../tasks/actions';
import { addTask } from '../tasks/add-tasks';
import { completeTask } from '../tasks/list-actions';
import { liveTasksToBring } from './kept-here';

let db: HoldfastDatabase;
let ctx: ActionContext;
let read: Reader;
beforeEach(async () => {
  db = new HoldfastDatabase('test/kept-here');
  await db.open();
  read = createReader(db);
  ctx = { ...testContext(createDexieStore(db)), read };
});
afterEach(() => db.delete());

const toBring = () => liveTasksToBring(WORKSPACE)(read);
async function lesson() {
  const rows = await read.rows('task', { index: 'place', from: [WORKSPACE, 0] });
  const row = rows.find((one) => one.title.startsWith('Complete this one'));
  if (!row) throw new Error('no lesson');
  return row;
}

it('[CL12] tasks that come along: one’s own, and the sample only once somebody made it theirs', async () => {
  await makeSample(ctx, { today: '2026-03-12', touch: true });
  expect(await toBring()).toBe(0);
  await addTask(ctx, { title: 'Order rope' });
  await completeTask(ctx, await lesson());
  expect(await toBring()).toBe(1);
  const project = await liveSample(WORKSPACE)(read);
  if (!project) throw new Error('no sample');
  await removeSample(ctx, project);
  expect(await toBring()).toBe(1);
});

it('[CL12] a lesson with a name of one’s own takes all others along', async () => {
  await makeSample(ctx, { today: '2026-03-12', touch: true });
  const { title } = await lesson();
  expect(title).toBeTruthy();
  await renameTask(ctx, await lesson(), 'Paint the door');
  expect(await toBring()).toBeGreaterThan(3);
});
