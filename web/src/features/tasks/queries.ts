/**
 * What the task screens ask. Lists answer ids in order (read from an index alone where they can be long); the rows on
 * screen come by `liveTasks`. Pass each to `useLive`.
 */
import type { Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import type { Reader } from '../../db/reader';

/** `mine`: assigned to me, or to nobody and made by me. null: everyone's. */
export type Whose = { readonly me: string } | null;

export const isMine = (task: Pick<Task, 'assigneeId' | 'createdBy'>, me: string): boolean =>
  task.assigneeId === null ? task.createdBy === me || task.createdBy === '' : task.assigneeId === me;

export interface TaskList {
  /** Open ones in the order that people gave. */
  readonly open: readonly string[];
  /** Done and cancelled ones. */
  readonly closed: readonly string[];
  /** The rows that the top of the open ones shows, read in the same look: nothing is painted twice. */
  readonly firstRows: ReadonlyMap<string, Task>;
}

/** As many as a tall screen shows. */
export const FIRST_ROWS = 60;

/** A project's tasks; null is the Inbox. */
export const liveTaskList =
  (workspaceId: string, projectId: string | null, whose: Whose = null): Query<TaskList> =>
  async (read) => {
    const list = (closed: 0 | 1) => ({ index: 'place', from: [workspaceId, 0, projectId ?? '', closed] });
    if (whose === null) {
      const [open, closed, first] = await Promise.all([
        read.ids('task', list(0)),
        read.ids('task', list(1)),
        read.rows('task', { ...list(0), limit: FIRST_ROWS }),
      ]);
      return { open, closed, firstRows: byId(first) };
    }
    const [open, closed] = await Promise.all([read.rows('task', list(0)), read.rows('task', list(1))]);
    const mine = (tasks: readonly Task[]) => tasks.filter((task) => isMine(task, whose.me));
    return taskList(mine(open), mine(closed));
  };

/** A list of rows that were read anyway. */
const taskList = (open: readonly Task[], closed: readonly Task[]): TaskList => ({
  open: open.map((task) => task.id),
  closed: closed.map((task) => task.id),
  firstRows: byId(open.slice(0, FIRST_ROWS)),
});

const byId = (tasks: readonly Task[]): ReadonlyMap<string, Task> =>
  new Map(tasks.map((task) => [task.id, task]));

export const liveInbox = (workspaceId: string, whose: Whose = null): Query<TaskList> =>
  liveTaskList(workspaceId, null, whose);

/** One task, deleted or not; null where this device has none of that id. */
export const liveTask =
  (workspaceId: string, id: string): Query<Task | null> =>
  (read) =>
    read.row('task', workspaceId, id);

/** The rows on screen, by id. */
export const liveTasks =
  (workspaceId: string, ids: readonly string[]): Query<ReadonlyMap<string, Task>> =>
  async (read) =>
    byId(await read.rowsByIds('task', workspaceId, ids));

/** Tells the tasks that are there from those that are deleted, by themselves or with their project. */
export async function whatIsThere(read: Reader, workspaceId: string): Promise<(task: Task) => boolean> {
  const gone = await deletedProjects(read, workspaceId);
  return (task) => isThere(task, gone);
}

/** Tasks of a deleted project are shown and counted as deleted with it (MG9). */
async function deletedProjects(read: Reader, workspaceId: string): Promise<ReadonlySet<string>> {
  return new Set(await read.ids('project', { index: 'list', from: [workspaceId, 1] }));
}

const isThere = (task: Task, goneProjects: ReadonlySet<string>): boolean =>
  task.deletedAt === null && (task.projectId === null || !goneProjects.has(task.projectId));
