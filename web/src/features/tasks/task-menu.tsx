/** Everything else that can be done with the open task. */
import type { Task } from '@holdfast/shared/entities/task';
import { IconButton } from '../../ui/icon-button';
import { CopyIcon, ForwardIcon, InboxIcon, LinkIcon, MoreIcon, TrashIcon } from '../../ui/icons';
import { Kbd, Pebble } from '../../ui/marks';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton } from '../../ui/menu-button';
import { useWords } from '../../words/use-words';
import { useDirectory } from './directory';
import { hueOf } from './hue-of';
import { panelWords } from './panel-words';
import type { TaskEdits } from './task-edits';

export interface TaskMenuProps {
  task: Task;
  edits: TaskEdits;
  onCopyLink: () => void;
}

export function TaskMenu({ task, edits, onCopyLink }: TaskMenuProps) {
  const t = useWords(panelWords);
  const { projects } = useDirectory();
  const moveTo: readonly MenuEntry[] = [
    {
      label: t.inbox,
      icon: <InboxIcon />,
      chosen: task.projectId === null,
      onSelect: () => void edits.setProject(null),
    },
    ...projects.map((project) => ({
      label: project.name,
      icon: <Pebble hue={hueOf(project.color)} />,
      chosen: task.projectId === project.id,
      onSelect: () => void edits.setProject(project.id),
    })),
  ];
  return (
    <MenuButton
      label={t.more}
      align="end"
      entries={() => [
        { label: t.copyLink, icon: <LinkIcon />, onSelect: onCopyLink },
        { label: t.duplicate, icon: <CopyIcon />, onSelect: () => void edits.duplicate() },
        { kind: 'menu', label: t.moveTo, icon: <ForwardIcon />, entries: moveTo },
        ...(task.parentId === null
          ? []
          : [{ label: t.ownTask, icon: <ForwardIcon />, onSelect: () => void edits.detach() }]),
        { kind: 'line' },
        {
          label: t.delete,
          icon: <TrashIcon />,
          danger: true,
          end: <Kbd>Del</Kbd>,
          onSelect: () => void edits.remove(),
        },
      ]}
      trigger={(trigger) => <IconButton {...trigger} label={t.more} icon={<MoreIcon />} />}
    />
  );
}
