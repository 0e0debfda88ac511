/** What was deleted and can come back. Pure but for the query. */
import type { Project } from '@holdfast/shared/entities/project';
import type { Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';

/** Deleted rows keep their content that long. */
const TRASH_DAYS = 90;
const DAY = 86_400_000;

export interface Trash {
  readonly projects: readonly Project[];
  readonly tasks: readonly Task[];
}

/** The newest first. */
export const liveTrash =
  (workspaceId: string, now: number): Query<Trash> =>
  async (read) => {
    const [projects, tasks] = await Promise.all([
      read.rows('project', { index: 'list', from: [workspaceId, 1] }),
      read.rows('task', { index: 'place', from: [workspaceId, 1] }),
    ]);
    return { projects: restorable(projects, now), tasks: restorable(tasks, now) };
  };

function restorable<T extends { readonly deletedAt: number | null }>(
  rows: readonly T[],
  now: number,
): readonly T[] {
  const since = now - TRASH_DAYS * DAY;
  return rows
    .filter((row) => row.deletedAt !== null && row.deletedAt > since)
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
}

/** How many whole days are left until its content goes. */
export const daysLeft = (deletedAt: number, now: number): number =>
  Math.max(0, Math.ceil((deletedAt + TRASH_DAYS * DAY - now) / DAY));
