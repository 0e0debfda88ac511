/**
 * The open task: beside the list on a wide screen, over it otherwise. Every field is written on its own, at once;
 * what another device changes meanwhile appears where nobody is writing.
 */
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/button';
import { Check } from '../../ui/check';
import { Empty } from '../../ui/empty';
import { IconButton } from '../../ui/icon-button';
import { InboxIcon, LinkIcon, MoreIcon, TrashIcon } from '../../ui/icons';
import { Link } from '../../ui/link';
import { Pebble } from '../../ui/marks';
import { MenuButton } from '../../ui/menu-button';
import { PanelBar, PanelBody, PanelTitle } from '../../ui/panel';
import { Description } from '../description/description';
import { VersionsLink } from '../merges/versions-link';
import { Checklist } from '../steps/checklist';
import { useDirectory } from './directory';
import { hueOf } from './hue-of';
import type { TaskEdits } from './task-edits';
import { TaskProperties } from './task-properties';
import { TaskTitle } from './task-title';

export interface TaskPanelProps {
  task: Task;
  edits: TaskEdits;
  onComplete: (task: Task, done: boolean) => void;
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
            <IconButton label="Copy link" icon={<LinkIcon />} onClick={onCopyLink} />
            {mayWrite && task.deletedAt === null && (
              <MenuButton
                label="More actions"
                align="end"
                entries={() => [
                  {
                    label: 'Delete',
                    icon: <TrashIcon />,
                    danger: true,
                    onSelect: () => void edits.remove(),
                  },
                ]}
                trigger={(trigger) => <IconButton {...trigger} label="More actions" icon={<MoreIcon />} />}
              />
            )}
          </>
        }
      />
      <PanelBody>
        {task.deletedAt !== null ? (
          <Empty
            art="project"
            title="This task is deleted"
            fact={`“${task.title}” stays for 90 days.`}
            action={mayWrite && <Button onClick={onRestore}>Bring it back</Button>}
          />
        ) : (
          <>
            <PanelTitle
              check={
                <Check
                  checked={done}
                  label={`Complete: ${task.title}`}
                  disabled={!mayWrite}
                  onChange={(checked) => onComplete(task, checked)}
                />
              }
            >
              <TaskTitle task={task} rename={edits.rename} mayWrite={mayWrite} field={title} />
            </PanelTitle>
            <VersionsLink workspaceId={task.workspaceId} rowId={task.id} me={me} />
            <TaskProperties task={task} edits={edits} />
            <Description task={task} describe={edits.describe} mayWrite={mayWrite} />
            <Checklist task={task} mayWrite={mayWrite} />
            {rest.children}
          </>
        )}
      </PanelBody>
    </>
  );
}

function Crumb({ task }: { task: Task }) {
  const { projectById } = useDirectory();
  const project = task.projectId === null ? undefined : projectById.get(task.projectId);
  return (
    <Link className="panel-crumb" href={project ? `/p/${project.id}` : '/inbox'}>
      {project ? <Pebble hue={hueOf(project.color)} /> : <InboxIcon size="s" />}
      <span>{project?.name ?? 'Inbox'}</span>
    </Link>
  );
}
