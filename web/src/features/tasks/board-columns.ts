/** A project's tasks as the columns of a board. Pure but for the query. */
import type { Status, Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';

/** The statuses that have a column; what was cancelled stands in the list alone. */
export const COLUMNS = ['todo', 'in_progress', 'blocked', 'done'] as const satisfies readonly Status[];
export type ColumnStatus = (typeof COLUMNS)[number];

export type Columns = { readonly [status in ColumnStatus]: readonly Task[] };

/** Open ones in the order that people gave, done ones the newest first. */
export const liveColumns =
  (workspaceId: string, projectId: string): Query<Columns> =>
  async (read) => {
    const place = (closed: 0 | 1) => ({ index: 'place', from: [workspaceId, 0, projectId, closed] });
    const [open, closed] = await Promise.all([read.rows('task', place(0)), read.rows('task', place(1))]);
    return toColumns([...open, ...closed]);
  };

export function toColumns(tasks: readonly Task[]): Columns {
  const having = (status: ColumnStatus) => tasks.filter((task) => columnOf(task) === status);
  return {
    todo: having('todo'),
    in_progress: having('in_progress'),
    blocked: having('blocked'),
    done: having('done').sort((a, b) => (b.completedAt ?? 0) - (a.completedAt ?? 0)),
  };
}

/** A status of a newer version is open, and not begun as far as this one knows (PL5). */
function columnOf(task: Task): ColumnStatus | null {
  if (task.status === 'cancelled') return null;
  return COLUMNS.find((status) => status === task.status) ?? 'todo';
}
