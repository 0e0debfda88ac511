/**
 * The open task: beside the list on a wide screen, over it otherwise. Every field is written on its own, at once;
 * what another device changes meanwhile appears where nobody is writing.
 */

import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { type ReactNode, useEffect, useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { Button } from '../../ui/button';
import { Check } from '../../ui/check';
import { Empty } from '../../ui/empty';
import { IconButton } from '../../ui/icon-button';
import { InboxIcon, LinkIcon } from '../../ui/icons';
import { Link } from '../../ui/link';
import { Pebble } from '../../ui/marks';
import { PanelBar, PanelBody, PanelTitle } from '../../ui/panel';
import { useWords } from '../../words/use-words';
import { Description } from '../description/description';
import { VersionsLink } from '../merges/versions-link';
import { Checklist } from '../steps/checklist';
import { Subtasks } from '../subtasks/subtasks';
import { useDirectory } from './directory';
import { hueOf } from './hue-of';
import { panelWords } from './panel-words';
import { liveTask } from './queries';
import type { TaskEdits } from './task-edits';
import { TaskMenu } from './task-menu';
import { TaskProperties } from './task-properties';
import { TaskTitle } from './task-title';
import type { Complete } from './use-complete';

export interface TaskPanelProps {
  task: Task;
  edits: TaskEdits;
  onComplete: Complete;
  onRestore: () => void;
  onCopyLink: () => void;
  onClose: () => void;
  /** Opened by E: the title takes the focus. */
  editTitle?: boolean | undefined;
  /** Below the description: what later features add. */
  children?: ReactNode;
}

export function TaskPanel({
  task,
  edits,
  onComplete,
  onRestore,
  onCopyLink,
  onClose,
  ...rest
}: TaskPanelProps) {
  const t = useWords(panelWords);
  const { mayWrite, me } = useDirectory();
  const title = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!rest.editTitle) return;
    title.current?.focus();
    const end = title.current?.value.length ?? 0;
    title.current?.setSelectionRange(end, end);
  }, [rest.editTitle]);

  const done = !isOpen(task.status);
  return (
    <>
      <PanelBar
        onClose={onClose}
        crumb={<Crumb task={task} />}
        actions={
          <>
            <IconButton
              className="max-md:hidden"
              label={t.copyLink}
              icon={<LinkIcon />}
              onClick={onCopyLink}
            />
            {mayWrite && task.deletedAt === null && (
              <TaskMenu task={task} edits={edits} onCopyLink={onCopyLink} />
            )}
          </>
        }
      />
      <PanelBody>
        {task.deletedAt !== null ? (
          <Empty
            art="project"
            title={t.isDeleted}
            fact={t.staysDeleted({ title: task.title })}
            action={mayWrite && <Button onClick={onRestore}>{t.bringBack}</Button>}
          />
        ) : (
          <>
            <PanelTitle
              check={
                <Check
                  checked={done}
                  label={t.complete({ title: task.title })}
                  disabled={!mayWrite}
                  onChange={(checked) => onComplete(task, checked)}
                />
              }
            >
              <TaskTitle task={task} rename={edits.rename} mayWrite={mayWrite} field={title} />
            </PanelTitle>
            {task.parentId !== null && <PartOf parentId={task.parentId} />}
            <VersionsLink workspaceId={task.workspaceId} rowId={task.id} me={me} />
            <TaskProperties task={task} edits={edits} />
            <Description task={task} describe={edits.describe} mayWrite={mayWrite} />
            <Checklist task={task} mayWrite={mayWrite} />
            {task.parentId === null && <Subtasks task={task} mayWrite={mayWrite} onComplete={onComplete} />}
            {rest.children}
          </>
        )}
      </PanelBody>
    </>
  );
}

/** The task that it lies below. */
function PartOf({ parentId }: { parentId: string }) {
  const t = useWords(panelWords);
  const { workspaceId } = useActionContext();
  const live = useLive(liveTask(workspaceId, parentId), [workspaceId, parentId]);
  const parent = live.state === 'ready' ? live.value : null;
  if (parent === null || parent.deletedAt !== null) return null;
  return (
    <p className="part-of">
      {t.partOf}{' '}
      <Link className="link" href={`/t/${parent.id}`} replace>
        {parent.title}
      </Link>
    </p>
  );
}

function Crumb({ task }: { task: Task }) {
  const t = useWords(panelWords);
  const { projectById } = useDirectory();
  const project = task.projectId === null ? undefined : projectById.get(task.projectId);
  return (
    <Link className="panel-crumb" href={project ? `/p/${project.id}` : '/inbox'}>
      {project ? <Pebble hue={hueOf(project.color)} /> : <InboxIcon size="s" />}
      <span>{project?.name ?? t.inbox}</span>
    </Link>
  );
}
