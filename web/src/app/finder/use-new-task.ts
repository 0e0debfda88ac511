/** A task straight from what was searched for: into the Inbox, with a way back. */
import { useActionContext } from '../../db/use-action-context';
import { addTask } from '../../features/tasks/add-tasks';
import { useWriter } from '../../features/undo/undo-provider';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { finderWords } from './words';

export function useNewTask(): (title: string) => void {
  const ctx = useActionContext();
  const { write } = useWriter();
  const t = useWords(finderWords);
  return (title) =>
    void write([addTask(ctx, { title: title.trim().slice(0, 500) })], {
      said: sayOf(t.added, title.trim()),
    });
}
