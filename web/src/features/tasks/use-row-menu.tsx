/** What can be done with a row without opening its task: by its menu, and behind a swiped row on a phone. */
import type { Task } from '@holdfast/shared/entities/task';
import { useContext } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { CalendarIcon, CheckIcon, DownIcon, InboxIcon, TrashIcon, UpIcon } from '../../ui/icons';
import { Kbd, Pebble, PriorityMark } from '../../ui/marks';
import type { MenuEntry } from '../../ui/menu';
import { plusDays } from '../../ui/month';
import { passRowFocusOn } from '../../ui/page-keys';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { useSectionEntries } from '../sections/use-section-entries';
import { toggle } from '../selection/selection-moves';
import { useWriter } from '../undo/undo-provider';
import { deleteTask, moveToProject, setPriority } from './actions';
import { useDirectory } from './directory';
import { hueOf } from './hue-of';
import { scheduleTask } from './list-actions';
import { MoveInOrder } from './order-context';
import { priorityChoices } from './priority-words';
import { tasksWords } from './words';

export function useRowMenu(task: Task): () => readonly MenuEntry[] {
  const t = useWords(tasksWords);
  const ctx = useActionContext();
  const { today, projects } = useDirectory();
  const { write } = useWriter();
  const sectionEntries = useSectionEntries(task);
  const moveInOrder = useContext(MoveInOrder);
  return () => {
    const moveTo = (dueOn: string) => void write([scheduleTask(ctx, task, { dueOn, dueTime: task.dueTime })]);
    return [
      { label: t.today, icon: <CalendarIcon />, end: <Kbd>T</Kbd>, onSelect: () => moveTo(today) },
      { label: t.tomorrow, icon: <CalendarIcon />, onSelect: () => moveTo(plusDays(today, 1)) },
      {
        kind: 'menu',
        label: t.priority,
        entries: priorityChoices.map(({ value, level, label }) => ({
          label,
          icon: <PriorityMark level={level} decorative />,
          chosen: task.priority === value,
          onSelect: () => void write([setPriority(ctx, task, value)]),
        })),
      },
      {
        kind: 'menu',
        label: t.moveTo,
        entries: [
          {
            label: t.inbox,
            icon: <InboxIcon />,
            chosen: task.projectId === null,
            onSelect: () => void write([moveToProject(ctx, task, null)]),
          },
          ...projects.map((project) => ({
            label: project.name,
            icon: <Pebble hue={hueOf(project.color)} />,
            chosen: task.projectId === project.id,
            onSelect: () =>
              void write([moveToProject(ctx, task, project.id)], { said: t.movedTo({ name: project.name }) }),
          })),
        ],
      },
      ...sectionEntries,
      ...(moveInOrder
        ? [
            { label: t.moveUp, icon: <UpIcon />, onSelect: () => moveInOrder(task.id, 'up') },
            { label: t.moveDown, icon: <DownIcon />, onSelect: () => moveInOrder(task.id, 'down') },
          ]
        : []),
      { kind: 'line' },
      { label: t.select, icon: <CheckIcon />, end: <Kbd>X</Kbd>, onSelect: () => void toggle(task.id) },
      {
        label: t.delete,
        icon: <TrashIcon />,
        danger: true,
        end: <Kbd>Del</Kbd>,
        onSelect: () => {
          passRowFocusOn(task.id);
          void write([deleteTask(ctx, task)], { said: sayOf(t.deleted, task.title) });
        },
      },
    ];
  };
}
