/** The first line becomes a task, due today unless it says otherwise. Comes after the page: it reads dates in words. */
import type { ActionContext } from '../../db/context';
import { faultOf, toNewTask } from '../quick-add/new-task';
import { parseQuickAdd } from '../quick-add/parse-quick-add';
import { nowhere } from '../quick-add/quick-add-start';
import type { QuickAddWorld } from '../quick-add/understood';
import { addTask } from '../tasks/add-tasks';
import { notSavedWords } from '../undo/not-saved-words';

/** Null once it is stored; words if it was refused. */
export async function addFirstTask(
  ctx: ActionContext,
  line: string,
  world: QuickAddWorld,
): Promise<string | null> {
  const task = toNewTask(parseQuickAdd(line, world), '', { ...nowhere, dueOn: world.today }, world);
  const wrong = faultOf([task]);
  if (wrong) return wrong;
  const result = await addTask(ctx, task);
  return notSavedWords(result);
}
