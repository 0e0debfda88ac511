/** What the screens ask about waiting. Pass each to `useLive`. */
import type { Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import { closesCycle } from './closes-cycle';

/** The tasks that one waits for, those that are there. */
export const liveWaited =
  (workspaceId: string, ids: readonly string[]): Query<readonly Task[]> =>
  async (read) =>
    (await read.rowsByIds('task', workspaceId, ids)).filter((task) => task.deletedAt === null);

/** While nothing is searched for, the first ones of the list are enough. */
const LOOKED_AT = 50;
const OFFERED = 8;

/** Open tasks of the same project whose title has the words, and which do not wait for this one. */
export const liveCandidates =
  (workspaceId: string, task: Task, text: string): Query<readonly Task[]> =>
  async (read) => {
    const wanted = text.trim().toLocaleLowerCase();
    const list = await read.rows('task', {
      index: 'place',
      from: [workspaceId, 0, task.projectId ?? '', 0],
      ...(wanted === '' ? { limit: LOOKED_AT } : {}),
    });
    const named = list.filter(
      ({ id, title }) =>
        id !== task.id && !task.dependsOn.includes(id) && title.toLocaleLowerCase().includes(wanted),
    );
    const waitsOf = async (ids: readonly string[]) =>
      (await read.rowsByIds('task', workspaceId, ids)).map(({ dependsOn }) => dependsOn);
    const offered: Task[] = [];
    for (const one of named) {
      if (offered.length === OFFERED) break;
      if (!(await closesCycle(task.id, one.id, waitsOf))) offered.push(one);
    }
    return offered;
  };
