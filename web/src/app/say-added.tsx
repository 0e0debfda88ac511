/** A task that was added elsewhere than on the list on screen: where it went, and the way there. */
import { useCallback } from 'react';
import { useDirectory } from '../features/tasks/directory';
import { dueWords } from '../features/tasks/due-words';
import { CheckIcon } from '../ui/icons';
import { useToasts } from '../ui/toast';
import type { Screen } from './router/routes';
import { type Added, showsTask } from './router/shows-task';

export function useSayAdded(screen: Screen, go: (path: string) => void) {
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
            Added to <b>{task.newProject ?? project?.name ?? 'Inbox'}</b>
          </>
        ),
        detail: due && `Due ${due === 'Today' || due === 'Tomorrow' ? due.toLowerCase() : due}`,
        action: { label: 'Open', onPress: () => go(`/t/${id}`) },
      });
    },
    [screen, today, me, projectById, show, go],
  );
}
