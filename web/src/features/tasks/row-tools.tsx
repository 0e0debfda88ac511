/** With a mouse or the focus, at the end of a row: when, and everything else that needs no open task. */
import type { Task } from '@holdfast/shared/entities/task';
import { useActionContext } from '../../db/use-action-context';
import { IconButton } from '../../ui/icon-button';
import { CalendarIcon, MoreIcon } from '../../ui/icons';
import { MenuButton, PopoverButton } from '../../ui/menu-button';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { useDirectory } from './directory';
import { DueChooser } from './due-chooser';
import { scheduleTask } from './list-actions';
import { useRowMenu } from './use-row-menu';
import { tasksWords } from './words';

export function RowTools({ task }: { task: Task }) {
  const t = useWords(tasksWords);
  const ctx = useActionContext();
  const { today } = useDirectory();
  const { write } = useWriter();

  const entries = useRowMenu(task);

  return (
    <>
      <PopoverButton
        label={t.dueOf({ title: task.title })}
        align="end"
        trigger={(trigger) => (
          <IconButton {...trigger} label={t.dueOf({ title: task.title })} icon={<CalendarIcon />} />
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
        label={t.moreOf({ title: task.title })}
        align="end"
        entries={entries}
        trigger={(trigger) => (
          <IconButton {...trigger} label={t.moreOf({ title: task.title })} icon={<MoreIcon />} />
        )}
      />
    </>
  );
}
