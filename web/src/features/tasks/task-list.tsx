/** One section of tasks that scrolls with its page: ordered ids first, the rows on the screen when they come near. */
import { LongRows } from './long-rows';
import { type TaskRowsProps, useTaskRows } from './use-task-rows';

export interface TaskListProps extends TaskRowsProps {
  label: string;
  ids: readonly string[];
  scroller: HTMLElement | null;
}

export function TaskList({ label, ids, scroller, ...props }: TaskListProps) {
  const rows = useTaskRows(ids, props);
  return <LongRows label={label} ids={rows.ids} scroller={scroller} row={rows.row} onNear={rows.onNear} />;
}
