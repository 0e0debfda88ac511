/** The open task over or beside the list, read live by its id. */

import type { Task } from '@holdfast/shared/entities/task';
import { memo } from 'react';
import { useActionContext } from '../db/use-action-context';
import { useLive } from '../db/use-live';
import { HistorySection } from '../features/history/history-section';
import { restoreTask } from '../features/tasks/actions';
import { liveTask } from '../features/tasks/queries';
import { ReadTrouble } from '../features/tasks/read-trouble';
import { TaskPanel } from '../features/tasks/task-panel';
import type { Complete } from '../features/tasks/use-complete';
import { useCopyLink } from '../features/tasks/use-copy-link';
import { useTaskEdits } from '../features/tasks/use-task-edits';
import { useWriter } from '../features/undo/undo-provider';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { PanelBar, PanelBody } from '../ui/panel';
import { useWords } from '../words/use-words';
import { appWords } from './words';

export interface OpenTaskProps {
  id: string;
  editTitle: boolean;
  onComplete: Complete;
  onClose: () => void;
  onRetry: () => void;
}

export const OpenTask = memo(function OpenTask({ id, onClose, onRetry, ...rest }: OpenTaskProps) {
  const t = useWords(appWords);
  const { workspaceId } = useActionContext();
  const live = useLive(liveTask(workspaceId, id), [workspaceId, id]);
  if (live.state === 'loading') return <PanelBar onClose={onClose} />;
  if (live.state === 'ready' && live.value) return <Loaded task={live.value} onClose={onClose} {...rest} />;
  return (
    <>
      <PanelBar onClose={onClose} />
      <PanelBody>
        {live.state === 'error' ? (
          <ReadTrouble failure={live.failure} onRetry={onRetry} />
        ) : (
          <Empty
            art="search"
            title={t.taskNotHere}
            fact={t.mayBeElsewhere}
            action={<Button onClick={onClose}>{t.back}</Button>}
          />
        )}
      </PanelBody>
    </>
  );
});

interface LoadedProps extends Omit<OpenTaskProps, 'id' | 'onRetry'> {
  task: Task;
}

function Loaded({ task, editTitle, onComplete, onClose }: LoadedProps) {
  const ctx = useActionContext();
  const { write } = useWriter();
  const edits = useTaskEdits(task, onClose);
  const copyLink = useCopyLink();
  return (
    <TaskPanel
      key={task.id}
      task={task}
      edits={edits}
      editTitle={editTitle}
      onComplete={onComplete}
      onRestore={() => void write([restoreTask(ctx, task)])}
      onCopyLink={() => copyLink(task.id)}
      onClose={onClose}
    >
      <HistorySection task={task} />
    </TaskPanel>
  );
}
