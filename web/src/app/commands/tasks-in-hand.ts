/** What a command is about: the row in focus, else the open task. */
import { focusedRowId } from '../../ui/page-keys';

export function tasksInHand(openTaskId: string | null): readonly string[] {
  const id = focusedRowId() ?? openTaskId;
  return id === null ? [] : [id];
}
