/** With a mouse or the focus, at the end of a row: when, and everything else that needs no open task. */
import type { Task } from '@holdfast/shared/entities/task';
import { useActionContext } from '../../db/use-action-context';
import { IconButton } from '../../ui/icon-button';
import { CalendarIcon, MoreIcon } from '../../ui/icons';
import { MenuButton, PopoverButton } from '../../ui/menu-button';
import { useWriter } from '../undo/undo-provider';
import { scheduleTask } from './actions';
import { useDirectory } from './directory';
import { DueChooser } from './due-chooser';
import { useRowMenu } from './use-row-menu';

export function RowTools({ task }: { task: Task }) {
  const ctx = useActionContext();
  const { today } = useDirectory();
  const { write } = useWriter();

  const entries = useRowMenu(task);

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
