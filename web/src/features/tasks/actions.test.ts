import 'fake-indexeddb/auto';
import type { Task } from '@holdfast/shared/entities/task';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionContext } from '../../db/context';
import { databaseName, HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import type { Query } from '../../db/live';
import { createReader, type Reader } from '../../db/reader';
import type { Saved, WriteResult } from '../../db/write-result';
import { testContext } from '../../testing/write-context';
import { saidText } from '../../words/said';
import { addProject, deleteProject, restoreProject } from '../projects/actions';
import { liveOpenCount } from '../projects/queries';
import { liveNeedsYou, liveWaiting } from '../sync/queries';
import { liveUnsentSince } from '../sync/unsent-since';
import { undoDone, undoLast } from '../undo/actions';
import {
  assignTask,
  deleteTask,
  moveToProject,
  renameTask,
  setLabels,
  setPriority,
  setStatus,
} from './actions';
import { addTask, addTasks } from './add-tasks';
import { liveDueCount } from './due-count';
import { completeTask, reopenTask, scheduleTask } from './list-actions';
import { liveInbox, liveTask, liveTaskList, liveTasks, type Whose } from './queries';
import { liveTaskCounts, liveToday } from './today-query';

let count = 0;
let db: HoldfastDatabase;
let read: Reader;
let ctx: ActionContext;
beforeEach(async () => {
  count += 1;
  db = new HoldfastDatabase(databaseName(`actions-${count}`));
  await db.open();
  read = createReader(db);
  ctx = { ...testContext(createDexieStore(db)), read };
});
afterEach(() => db.delete());

const ask = <T>(query: Query<T>): Promise<T> => query(read);
const saved = (result: WriteResult): Saved => {
  expect(result).toMatchObject({ kind: 'saved' });
  return result as Saved;
};
const made = async (draft: Parameters<typeof addTask>[1]): Promise<Task> =>
  saved(await addTask(ctx, draft)).rows.at(-1) as unknown as Task;
const again = async (task: Task): Promise<Task> => (await ask(liveTask(WORKSPACE, task.id))) as Task;
const titles = async (ids: readonly string[]) => {
  const rows = await ask(liveTasks(WORKSPACE, ids));
  return ids.map((id) => rows.get(id)?.title);
};

describe('tasks', () => {
  it('are added at the end of their list', async () => {
    for (const title of ['one', 'two', 'three']) await made({ title });
    expect(await titles((await ask(liveInbox(WORKSPACE))).open)).toEqual(['one', 'two', 'three']);
  });

  it('come with labels that do not exist yet, in one mutation', async () => {
    const task = await made({ title: 'Pay', newLabels: ['bills'] });
    const label = await read.row('label', WORKSPACE, task.labels[0] ?? '');
    expect(label?.name).toBe('bills');
    expect(await read.outboxCount()).toBe(1);
  });

  it('go through their life, each step from what its author saw', async () => {
    let task = await made({ title: ' Pay ' });
    const steps: ((seen: Task) => Promise<WriteResult>)[] = [
      (seen) => renameTask(ctx, seen, 'Pay rent'),
      (seen) => setPriority(ctx, seen, 4),
      (seen) => scheduleTask(ctx, seen, { dueOn: '2026-03-12', dueTime: '09:00' }),
      (seen) => assignTask(ctx, seen, uuidOf(0xc5)),
      (seen) => setLabels(ctx, seen, [], ['home']),
      (seen) => setStatus(ctx, seen, 'blocked', 'no money'),
      (seen) => completeTask(ctx, seen),
    ];
    for (const step of steps) {
      saved(await step(task));
      task = await again(task);
    }
    expect(task).toMatchObject({
      title: 'Pay rent',
      priority: 4,
      dueOn: '2026-03-12',
      dueTime: '09:00',
      assigneeId: uuidOf(0xc5),
      status: 'done',
      blockedReason: null,
      completedAt: expect.any(Number),
    });
    saved(await reopenTask(ctx, task));
    expect(await again(task)).toMatchObject({ status: 'todo', completedAt: null });
    saved(await deleteTask(ctx, task));
    expect((await ask(liveInbox(WORKSPACE))).open).toEqual([]);
  });

  it('a day taken away takes its time with it', async () => {
    const task = await made({ title: 'Pay', dueOn: '2026-03-12', dueTime: '09:00' });
    saved(await scheduleTask(ctx, task, { dueOn: null, dueTime: '09:00' }));
    expect(await again(task)).toMatchObject({ dueOn: null, dueTime: null });
  });

  it('[PU8] undo takes an action back', async () => {
    const task = await made({ title: 'Pay' });
    const done = saved(await completeTask(ctx, task));
    expect(await undoDone(ctx, [done.doneId])).toMatchObject({ kind: 'turned', changed: 1, left: [] });
    expect(await again(task)).toMatchObject({ status: 'todo', completedAt: null });
  });
});

describe('lists', () => {
  const day = { date: '2026-03-12', time: '09:41', startsAt: 1_699_999_999_999 };

  it('Today: overdue, today, later today, done; mine or everyone’s', async () => {
    await made({ title: 'quote', dueOn: '2026-03-10' });
    await made({ title: 'rent', dueOn: '2026-03-12', dueTime: '09:00' });
    await made({ title: 'call', dueOn: '2026-03-12', dueTime: '11:30' });
    await made({ title: 'swimming', dueOn: '2026-03-12', dueTime: '18:30' });
    await made({ title: 'rope', dueOn: '2026-03-12', assigneeId: uuidOf(0xc9) });
    await made({ title: 'next week', dueOn: '2026-03-19' });
    saved(await completeTask(ctx, await made({ title: 'seedlings', dueOn: '2026-03-12' })));
    const everyone = await ask(liveToday(WORKSPACE, day, null));
    expect(await titles(everyone.overdue)).toEqual(['quote']);
    expect(await titles(everyone.today)).toEqual(['rope', 'rent', 'call']);
    expect(await titles(everyone.later)).toEqual(['swimming']);
    expect(await titles(everyone.done)).toEqual(['seedlings']);
    expect(everyone.firstRows.size).toBe(6);
    const mine = await ask(liveToday(WORKSPACE, day, { me: ctx.accountId }));
    expect(await titles(mine.today)).toEqual(['rent', 'call']);
    expect(await titles(mine.done)).toEqual(['seedlings']);
    expect(await ask(liveTaskCounts(WORKSPACE, day, { me: ctx.accountId }))).toEqual({ today: 4, inbox: 5 });
    expect(await ask(liveTaskCounts(WORKSPACE, day, null))).toEqual({ today: 5, inbox: 6 });
  });

  it('Today: what is due later moves up when its time comes', async () => {
    await made({ title: 'noon', dueOn: '2026-03-12', dueTime: '12:59' });
    await made({ title: 'one', dueOn: '2026-03-12', dueTime: '13:00' });
    await made({ title: 'six', dueOn: '2026-03-12', dueTime: '18:00' });
    await made({ title: 'after six', dueOn: '2026-03-12', dueTime: '18:01' });
    const at = async (time: string) => {
      const { today, later } = await ask(liveToday(WORKSPACE, { ...day, time }, null));
      return [await titles(today), await titles(later)];
    };
    expect(await at('09:00')).toEqual([['noon'], ['one', 'six', 'after six']]);
    expect(await at('18:00')).toEqual([['noon', 'one', 'six'], ['after six']]);
  });

  it('[MG9] tasks of a deleted project are gone from Today with it, and come back with it', async () => {
    const project = saved(await addProject(ctx, { name: 'Boat' })).rows[0];
    if (!project) throw new Error('no project');
    await made({ title: 'sand', dueOn: '2026-03-12', projectId: project.id });
    const shown = async () => titles((await ask(liveToday(WORKSPACE, day, null))).today);
    const counted = async () => (await ask(liveTaskCounts(WORKSPACE, day, null))).today;
    expect(await counted()).toBe(1);
    saved(await deleteProject(ctx, project));
    expect(await shown()).toEqual([]);
    expect(await counted()).toBe(0);
    saved(await restoreProject(ctx, project));
    expect(await shown()).toEqual(['sand']);
  });

  it('[MG9] nor do they count among what the coming days have', async () => {
    const project = saved(await addProject(ctx, { name: 'Boat' })).rows[0];
    if (!project) throw new Error('no project');
    await made({ title: 'sand', dueOn: '2026-03-13', projectId: project.id });
    await made({ title: 'rope', dueOn: '2026-03-13', assigneeId: uuidOf(0xc9) });
    await made({ title: 'call', dueOn: '2026-03-13' });
    const tomorrow = async () => {
      const count = (whose: Whose) => ask(liveDueCount(WORKSPACE, '2026-03-13', '2026-03-13', whose));
      return [await count(null), await count({ me: ctx.accountId })];
    };
    expect(await tomorrow()).toEqual([3, 2]);
    saved(await deleteProject(ctx, project));
    expect(await tomorrow()).toEqual([2, 1]);
    saved(await restoreProject(ctx, project));
    expect(await tomorrow()).toEqual([3, 2]);
  });

  it('projects count their open tasks; moving goes to the end of the other list', async () => {
    const project = saved(await addProject(ctx, { name: 'Boat' })).rows[0];
    if (!project) throw new Error('no project');
    await made({ title: 'sand', projectId: project.id });
    const task = await made({ title: 'oil' });
    saved(await moveToProject(ctx, task, project.id));
    saved(await completeTask(ctx, await made({ title: 'saw', projectId: project.id })));
    expect(await ask(liveOpenCount(WORKSPACE, project.id))).toBe(2);
    const list = await ask(liveTaskList(WORKSPACE, project.id));
    expect([await titles(list.open), await titles(list.closed)]).toEqual([['sand', 'oil'], ['saw']]);
    expect((await ask(liveInbox(WORKSPACE))).open).toEqual([]);
  });

  it('a list of one workspace never holds rows of another [H63]', async () => {
    await made({ title: 'here' });
    const there = { ...ctx, workspaceId: uuidOf(0xa8) };
    saved(await addTask(there, { title: 'there' }));
    expect(await titles((await ask(liveInbox(WORKSPACE))).open)).toEqual(['here']);
  });
});

describe('what waits', () => {
  it('is said in words, the newest first, with the rows that it is about', async () => {
    const task = await made({ title: 'Water the seedlings' });
    saved(await completeTask(ctx, task));
    const waiting = await ask(liveWaiting(WORKSPACE));
    // Completing folded into the creation that waits.
    expect(waiting.count).toBe(1);
    const project = saved(await addProject(ctx, { name: 'Home' })).rows[0];
    saved(await moveToProject(ctx, await again(task), project?.id ?? null));
    expect((await ask(liveWaiting(WORKSPACE))).lines.map((line) => saidText(line.words.said))).toEqual([
      'Moved Water the seedlings',
      'Added Home',
      'Added Water the seedlings',
    ]);
    const since = await ask(liveUnsentSince(WORKSPACE, 'task', [task.id, uuidOf(5)]));
    expect([...since.keys()]).toEqual([task.id]);
    expect(await ask(liveNeedsYou(WORKSPACE))).toEqual([]);
  });
});

describe('several tasks of one tap', () => {
  it('stand in their order, share what is made for them, and go with one undo', async () => {
    await made({ title: 'before' });
    const drafts = [
      { title: 'one', newProject: 'Shed', newLabels: ['tar'] },
      { title: 'two', newProject: 'shed ', newLabels: ['Tar'] },
      ...Array.from({ length: 60 }, (_, at) => ({ title: `inbox ${at}` })),
    ];
    const { results, stored } = await addTasks(ctx, drafts);
    expect(stored).toBe(62);
    const groups = results.map((result) => saved(result).group);
    expect(groups).toEqual([groups[0], groups[0]]);
    expect(groups[0]).not.toBeNull();
    const [project, label, one, two] = results.flatMap((result) => saved(result).rows);
    expect(one).toMatchObject({ title: 'one', projectId: project?.id, labels: [label?.id] });
    expect(two).toMatchObject({ title: 'two', projectId: project?.id, labels: [label?.id] });
    expect(await titles((await ask(liveInbox(WORKSPACE))).open)).toEqual([
      'before',
      ...Array.from({ length: 60 }, (_, at) => `inbox ${at}`),
    ]);
    await undoLast(ctx);
    expect(await titles((await ask(liveInbox(WORKSPACE))).open)).toEqual(['before']);
  });

  it('[CL10] says how many are stored where one was refused', async () => {
    const { results, stored } = await addTasks(ctx, [
      ...Array.from({ length: 50 }, () => ({ title: 'fine' })),
      { title: '' },
    ]);
    expect(stored).toBe(50);
    expect(results.at(-1)).toMatchObject({ kind: 'refused' });
  });
});
