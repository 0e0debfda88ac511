/** What a command is about: all that is selected, else the row in focus, else the open task. */
import { selectedIds } from '../../features/selection/selection-moves';
import { focusedRowId } from '../../ui/page-keys';

export function tasksInHand(openTaskId: string | null): readonly string[] {
  const selected = selectedIds();
  if (selected.length > 0) return selected;
  const id = focusedRowId() ?? openTaskId;
  return id === null ? [] : [id];
}
