import 'fake-indexeddb/auto';
import type { Task } from '@holdfast/shared/entities/task';
import { nextStepId, nextTaskId } from '@holdfast/shared/sync/ids';
import { WORKSPACE } from '@holdfast/shared/testing/build';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionContext } from '../../db/context';
import { HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { createReader, type Reader } from '../../db/reader';
import type { WriteResult } from '../../db/write-result';
import { testContext } from '../../testing/write-context';
import { addProject } from '../projects/actions';
import { addSteps, checkStep } from '../steps/actions';
import { liveSteps } from '../steps/queries';
import { deleteTask, moveToProject } from '../tasks/actions';
import { addTask } from '../tasks/add-tasks';
import { duplicateTask } from '../tasks/duplicate';
import { completeTask } from '../tasks/list-actions';
import { liveTaskList } from '../tasks/queries';
import { undoLast } from '../undo/actions';
import { addSubtasks, detachTask } from './actions';
import { liveSubtasks } from './queries';

let count = 0;
let db: HoldfastDatabase;
let read: Reader;
let ctx: ActionContext;
beforeEach(async () => {
  count += 1;
  db = new HoldfastDatabase(`test/subtasks-${count}`);
  await db.open();
  read = createReader(db);
  ctx = { ...testContext(createDexieStore(db)), read };
});
afterEach(() => db.delete());

function taskOf(result: WriteResult): Task {
  if (result.kind !== 'saved') throw new Error(result.kind);
  return result.rows.find((row) => 'dueOn' in row) as unknown as Task;
}
const made = async (title: string, values = {}) => taskOf(await addTask(ctx, { title, ...values }));
const lines = (...titles: string[]) => titles.map((title) => ({ title, done: false }));
const children = async (parent: Task) => liveSubtasks(WORKSPACE, parent.id)(read);
const titles = (tasks: readonly { title: string }[]) => tasks.map(({ title }) => title);

async function listed(projectId: string | null): Promise<readonly string[]> {
  const list = await liveTaskList(WORKSPACE, projectId)(read);
  return titles(await read.rowsByIds('task', WORKSPACE, list.open));
}

describe('the tasks below a task', () => {
  it('stand right below it in its list, in their order', async () => {
    const first = await made('Order rope');
    await made('Pay rent');
    await addSubtasks(ctx, first, lines('Measure', 'Compare'));
    await addSubtasks(ctx, first, lines('Call Tove'));
    expect(await listed(null)).toEqual(['Order rope', 'Measure', 'Compare', 'Call Tove', 'Pay rent']);
    expect(titles(await children(first))).toEqual(['Measure', 'Compare', 'Call Tove']);
  });

  it('go along to another project, and undo brings all of them back', async () => {
    const project = await addProject(ctx, { name: 'Shed' });
    const projectId = project.kind === 'saved' ? (project.rows[0]?.id ?? '') : '';
    const parent = await made('Order rope');
    await addSubtasks(ctx, parent, lines('Measure', 'Compare'));
    await moveToProject(ctx, parent, projectId);
    expect((await listed(projectId)).toSorted()).toEqual(['Compare', 'Measure', 'Order rope']);
    expect(await listed(null)).toEqual([]);
    await undoLast(ctx);
    expect(await listed(null)).toEqual(['Order rope', 'Measure', 'Compare']);
  });

  it('are deleted with it, sixty as well, and come back with it', async () => {
    const parent = await made('Order rope');
    const many = Array.from({ length: 60 }, (_, n) => `Step ${n}`);
    await addSubtasks(ctx, parent, lines(...many));
    await deleteTask(ctx, parent);
    expect(await listed(null)).toEqual([]);
    await undoLast(ctx);
    expect(await listed(null)).toEqual(['Order rope', ...many]);
  });

  it('can stand on their own again', async () => {
    const parent = await made('Order rope');
    await addSubtasks(ctx, parent, lines('Measure'));
    const [child] = await children(parent);
    if (!child) throw new Error('no child');
    await detachTask(ctx, child);
    expect(await children(parent)).toEqual([]);
    expect(await listed(null)).toEqual(['Order rope', 'Measure']);
  });
});

describe('a copy', () => {
  it('stands right behind, with its checklist, nothing of it done', async () => {
    const task = await made('Order rope', { dueOn: '2026-03-13', priority: 3 });
    await made('Pay rent');
    await Promise.all(addSteps(ctx, task.id, lines('Measure', 'Compare'), { before: null, after: null }));
    const [step] = await liveSteps(WORKSPACE, task.id)(read);
    if (step) await checkStep(ctx, step, true);
    const copy = taskOf(await duplicateTask(ctx, task));
    expect(copy).toMatchObject({ title: 'Order rope', dueOn: '2026-03-13', priority: 3, status: 'todo' });
    expect(await listed(null)).toEqual(['Order rope', 'Order rope', 'Pay rent']);
    expect(await liveSteps(WORKSPACE, copy.id)(read)).toMatchObject([
      { title: 'Measure', doneAt: null },
      { title: 'Compare', doneAt: null },
    ]);
  });
});

describe('[MG12] the next of a repeating task', () => {
  it('has its checklist, unchecked, by derived ids; undone and done again there is one of each', async () => {
    const task = await made('Water the seedlings', { dueOn: '2023-11-14', recurrence: 'FREQ=DAILY' });
    await Promise.all(addSteps(ctx, task.id, lines('Fill the can'), { before: null, after: null }));
    const [step] = await liveSteps(WORKSPACE, task.id)(read);
    if (!step) throw new Error('no step');
    await checkStep(ctx, step, true);
    const nextSteps = () => liveSteps(WORKSPACE, nextTaskId(task.id))(read);
    for (const _ of ['once', 'again']) {
      await completeTask(ctx, task);
      expect(await nextSteps()).toMatchObject([
        { id: nextStepId(step.id), title: 'Fill the can', doneAt: null },
      ]);
      await undoLast(ctx);
      expect(await nextSteps()).toEqual([]);
    }
  });
});
