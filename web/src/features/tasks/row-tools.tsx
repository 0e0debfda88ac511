/** With a mouse or the focus, at the end of a row: when, and everything else that needs no open task. */
import type { Task } from '@holdfast/shared/entities/task';
import { useActionContext } from '../../db/use-action-context';
import { IconButton } from '../../ui/icon-button';
import { CalendarIcon, InboxIcon, MoreIcon, TrashIcon } from '../../ui/icons';
import { Kbd, Pebble, PriorityMark } from '../../ui/marks';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton, PopoverButton } from '../../ui/menu-button';
import { passRowFocusOn } from '../../ui/page-keys';
import { useSectionEntries } from '../sections/use-section-entries';
import { useWriter } from '../undo/undo-provider';
import { deleteTask, moveToProject, scheduleTask, setPriority } from './actions';
import { useDirectory } from './directory';
import { DueChooser } from './due-chooser';
import { plusDays } from './due-words';
import { hueOf } from './hue-of';
import { priorityChoices } from './priority-words';

export function RowTools({ task }: { task: Task }) {
  const ctx = useActionContext();
  const { today, projects } = useDirectory();
  const { write } = useWriter();
  const sectionEntries = useSectionEntries(task);
  const moveTo = (dueOn: string) => void write([scheduleTask(ctx, task, { dueOn, dueTime: task.dueTime })]);

  const entries = (): readonly MenuEntry[] => [
    { label: 'Today', icon: <CalendarIcon />, end: <Kbd>T</Kbd>, onSelect: () => moveTo(today) },
    { label: 'Tomorrow', icon: <CalendarIcon />, onSelect: () => moveTo(plusDays(today, 1)) },
    {
      kind: 'menu',
      label: 'Priority',
      entries: priorityChoices.map(({ value, level, label }) => ({
        label,
        icon: <PriorityMark level={level} decorative />,
        chosen: task.priority === value,
        onSelect: () => void write([setPriority(ctx, task, value)]),
      })),
    },
    {
      kind: 'menu',
      label: 'Move to',
      entries: [
        {
          label: 'Inbox',
          icon: <InboxIcon />,
          chosen: task.projectId === null,
          onSelect: () => void write([moveToProject(ctx, task, null)]),
        },
        ...projects.map((project) => ({
          label: project.name,
          icon: <Pebble hue={hueOf(project.color)} />,
          chosen: task.projectId === project.id,
          onSelect: () =>
            void write([moveToProject(ctx, task, project.id)], { said: `Moved to ${project.name}` }),
        })),
      ],
    },
    ...sectionEntries,
    { kind: 'line' },
    {
      label: 'Delete',
      icon: <TrashIcon />,
      danger: true,
      end: <Kbd>Del</Kbd>,
      onSelect: () => {
        passRowFocusOn(task.id);
        void write([deleteTask(ctx, task)], { said: `Deleted “${task.title}”` });
      },
    },
  ];

  return (
    <>
      <PopoverButton
        label={`Due: ${task.title}`}
        align="end"
        trigger={(trigger) => (
          <IconButton {...trigger} label={`Due: ${task.title}`} icon={<CalendarIcon />} />
        )}
      >
        {(close) => (
          <DueChooser
            dueOn={task.dueOn}
            dueTime={task.dueTime}
            today={today}
            onChange={(dueOn, dueTime) => void write([scheduleTask(ctx, task, { dueOn, dueTime })])}
            onDone={close}
          />
        )}
      </PopoverButton>
      <MenuButton
        label={`More: ${task.title}`}
        align="end"
        entries={entries}
        trigger={(trigger) => <IconButton {...trigger} label={`More: ${task.title}`} icon={<MoreIcon />} />}
      />
    </>
  );
}
