/** What a page of tasks asks for: ids where the order is people's own, rows where they have to be put in order. */
import type { Section } from '@holdfast/shared/entities/section';
import { facetKey, type Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import type { ListAnswer } from '../search/list-answer';
import { isMine, type TaskList, type Whose, whatIsThere } from '../tasks/queries';
import type { Arranged } from './arrange';
import type { ViewChoice } from './view-choice';

export interface Listed {
  /** Null: `plain` says it all. */
  readonly tasks: readonly Arranged[] | null;
  /** Those of their rows that were read for it. */
  readonly known: ReadonlyMap<string, Task>;
  readonly plain: TaskList;
}

/** Rows that were read whole. */
export const listedRows = (tasks: readonly Task[], closed: readonly string[]): Listed => ({
  tasks,
  known: new Map(tasks.map((task) => [task.id, task])),
  plain: { ...NONE, closed },
});

/** Tasks whose rows are read when they come near the screen. */
export const listedFound = ({ open, closed }: ListAnswer): Listed => ({
  tasks: open,
  known: new Map(),
  plain: { ...NONE, closed },
});

const NONE: TaskList = { open: [], closed: [], firstRows: new Map() };

/** A project's list with its sections; these count in people's own order alone. */
export const liveProjectList =
  (
    workspaceId: string,
    projectId: string,
    choice: Pick<ViewChoice, 'sort' | 'group'>,
    plainList: Query<TaskList>,
  ): Query<ProjectList> =>
  async (read) => {
    const inOrder = choice.sort === 'manual' && choice.group === 'none';
    // Most projects have no sections: the list is read beside them, not after them.
    const [sections, listed] = await Promise.all([
      read.rows('section', { index: 'project', from: [workspaceId, projectId, 0] }),
      liveListed(workspaceId, projectId, null, choice, plainList)(read),
    ]);
    if (sections.length === 0 || !inOrder) return { sections, listed };
    const place = (closed: 0 | 1) => ({ index: 'place', from: [workspaceId, 0, projectId, closed] });
    const [tasks, closed] = await Promise.all([read.rows('task', place(0)), read.ids('task', place(1))]);
    return { sections, listed: listedRows(tasks, closed) };
  };

export interface ProjectList {
  readonly sections: readonly Section[];
  readonly listed: Listed;
}

/** Of one project; null is the Inbox. */
export const liveListed =
  (
    workspaceId: string,
    projectId: string | null,
    whose: Whose,
    { sort, group }: Pick<ViewChoice, 'sort' | 'group'>,
    plainList: Query<TaskList>,
  ): Query<Listed> =>
  async (read) => {
    if (sort === 'manual' && group === 'none')
      return { tasks: null, known: new Map(), plain: await plainList(read) };
    const place = (closed: 0 | 1) => ({ index: 'place', from: [workspaceId, 0, projectId ?? '', closed] });
    const [open, closed] = await Promise.all([read.rows('task', place(0)), read.ids('task', place(1))]);
    const tasks = whose === null ? open : open.filter((task) => isMine(task, whose.me));
    return listedRows(tasks, closed);
  };

/** The tasks that wear a label. */
export const liveLabelled =
  (workspaceId: string, labelId: string): Query<Listed> =>
  async (read) => {
    const wearing = (closed: 0 | 1) => ({
      index: 'facet',
      from: facetKey(workspaceId, closed, 'label', labelId),
    });
    const [open, closed, isThere] = await Promise.all([
      read.rows('task', wearing(0)),
      read.ids('task', wearing(1)),
      whatIsThere(read, workspaceId),
    ]);
    return listedRows(open.filter(isThere), closed);
  };

const assignedTo = (workspaceId: string, me: string) => ({
  index: 'facet',
  from: facetKey(workspaceId, 0, 'person', me),
});

/** The open tasks that somebody has. */
export const liveAssigned =
  (workspaceId: string, me: string): Query<Listed> =>
  async (read) => {
    const [open, isThere] = await Promise.all([
      read.rows('task', assignedTo(workspaceId, me)),
      whatIsThere(read, workspaceId),
    ]);
    return listedRows(open.filter(isThere), []);
  };

export const liveAssignedCount =
  (workspaceId: string, me: string): Query<number> =>
  (read) =>
    read.count('task', assignedTo(workspaceId, me));
