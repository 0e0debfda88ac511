/** A task that was added elsewhere than on the list on screen: where it went, and the way there. */
import { useCallback } from 'react';
import { useDirectory } from '../features/tasks/directory';
import { dueWords, withinSentence } from '../features/tasks/due-words';
import { CheckIcon } from '../ui/icons';
import { Sentence } from '../ui/sentence';
import { useToasts } from '../ui/toast';
import { useWords } from '../words/use-words';
import type { Screen } from './router/routes';
import { type Added, showsTask } from './router/shows-task';
import { appWords } from './words';

export function useSayAdded(screen: Screen, go: (path: string) => void) {
  const t = useWords(appWords);
  const { today, me, projectById } = useDirectory();
  const { show } = useToasts();
  return useCallback(
    (id: string, task: Added) => {
      if (showsTask(screen, task, { today, me })) return;
      const project = task.projectId === null ? undefined : projectById.get(task.projectId);
      const due = dueWords(task.dueOn, task.dueTime, today);
      show({
        icon: <CheckIcon className="text-kelp" />,
        text: (
          <>
            <Sentence words={t.addedTo} where={<b>{task.newProject ?? project?.name ?? t.inbox}</b>} />
          </>
        ),
        detail: due && t.due({ due: withinSentence(due) }),
        action: { label: t.open, onPress: () => go(`/t/${id}`) },
      });
    },
    [screen, today, me, projectById, show, go, t],
  );
}
