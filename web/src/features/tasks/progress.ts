/** How far the checklists and subtasks of some tasks are. In a chunk of its own: no first paint waits for it. */
import { isOpen } from '@holdfast/shared/entities/task';
import type { HoldfastDatabase } from '../../db/db';
import { liveSource, type Query } from '../../db/live';

/** "2/5" for each task that has steps or tasks below it. */
export type Progress = ReadonlyMap<string, string>;

const liveProgress =
  (workspaceId: string, ids: readonly string[]): Query<Progress> =>
  async (read) => {
    const [anyStep, anyTask] = await Promise.all([
      read.ids('step', { index: 'task', from: [workspaceId], limit: 1 }),
      read.ids('task', { index: 'parent', from: [workspaceId], limit: 1 }),
    ]);
    const counts = await Promise.all(
      ids.map(async (id) => {
        const [steps, tasks] = await Promise.all([
          anyStep.length === 0 ? [] : read.rows('step', { index: 'task', from: [workspaceId, id, 0] }),
          anyTask.length === 0 ? [] : read.rows('task', { index: 'parent', from: [workspaceId, id] }),
        ]);
        const done =
          steps.filter((step) => step.doneAt !== null).length +
          tasks.filter((task) => !isOpen(task.status)).length;
        return { id, done, all: steps.length + tasks.length };
      }),
    );
    return new Map(counts.filter(({ all }) => all > 0).map(({ id, done, all }) => [id, `${done}/${all}`]));
  };

/** Tells it now and whenever it changes. Returns what ends it. */
export function watchProgress(
  db: HoldfastDatabase,
  workspaceId: string,
  ids: readonly string[],
  tell: (progress: Progress) => void,
): () => void {
  const source = liveSource(db, liveProgress(workspaceId, ids), 'beside');
  return source.subscribe(() => {
    const live = source.get();
    if (live.state === 'ready') tell(live.value);
  });
}
