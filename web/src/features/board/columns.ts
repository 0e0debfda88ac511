/** A project's tasks as the columns of a board. Pure but for the query. */
import type { Status, Task } from '@holdfast/shared/entities/task';
import { isOpen } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import type { Place } from '../../ui/drag/places';

/** The statuses that have a column; what was cancelled stands in the list alone. */
export const COLUMNS = ['todo', 'in_progress', 'blocked', 'done'] as const satisfies readonly Status[];
export type ColumnStatus = (typeof COLUMNS)[number];

export type Columns = { readonly [status in ColumnStatus]: readonly Task[] };

export interface BoardRows {
  readonly columns: Columns;
  /** Titles of the open tasks that a blocked one depends on, by its id. */
  readonly waitsFor: ReadonlyMap<string, readonly string[]>;
}

/** Open ones in the order that people gave, done ones the newest first. */
export const liveBoard =
  (workspaceId: string, projectId: string): Query<BoardRows> =>
  async (read) => {
    const place = (closed: 0 | 1) => ({ index: 'place', from: [workspaceId, 0, projectId, closed] });
    const [open, closed] = await Promise.all([read.rows('task', place(0)), read.rows('task', place(1))]);
    const columns = toColumns([...open, ...closed]);
    const wanted = new Set(columns.blocked.flatMap((task) => task.dependsOn));
    const others = wanted.size === 0 ? [] : await read.rowsByIds('task', workspaceId, [...wanted]);
    return { columns, waitsFor: waitsFor(columns.blocked, others) };
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

export function waitsFor(
  blocked: readonly Task[],
  others: readonly Task[],
): ReadonlyMap<string, readonly string[]> {
  const waited = new Map(
    others.filter((task) => isOpen(task.status) && task.deletedAt === null).map((task) => [task.id, task]),
  );
  return new Map(
    blocked.map((task) => [task.id, task.dependsOn.flatMap((id) => waited.get(id)?.title ?? [])]),
  );
}

/** The columns with a card where it was let go, until the stored row says the same. */
export function withCardAt(columns: Columns, card: Task, to: Place): Columns {
  const moved = COLUMNS.map((status): [ColumnStatus, readonly Task[]] => {
    const others = columns[status].filter((task) => task.id !== card.id);
    return [status, status === to.group ? others.toSpliced(to.index, 0, { ...card, status }) : others];
  });
  return Object.fromEntries(moved) as { [status in ColumnStatus]: readonly Task[] };
}
