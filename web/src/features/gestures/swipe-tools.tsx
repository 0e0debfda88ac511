/** Behind the end of a swiped row: schedule, and more. A touch anywhere else puts the row back. */
import type { Task } from '@holdfast/shared/entities/task';
import { useEffect, useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { TOUCH } from '../../ui/gestures/touch';
import { CalendarIcon, MoreIcon } from '../../ui/icons';
import { MenuButton, PopoverButton } from '../../ui/menu-button';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { DueChooser } from '../tasks/due-chooser';
import { scheduleTask } from '../tasks/list-actions';
import { liveTask } from '../tasks/queries';
import { useRowMenu } from '../tasks/use-row-menu';
import { useWriter } from '../undo/undo-provider';
import { gestureWords } from './words';

export interface SwipeToolsProps {
  row: HTMLElement;
  onDone: () => void;
}

export function SwipeTools({ row, onDone }: SwipeToolsProps) {
  const ctx = useActionContext();
  const id = row.dataset['row'] ?? '';
  const live = useLive(liveTask(ctx.workspaceId, id), [ctx.workspaceId, id]);
  const task = live.state === 'ready' ? live.value : null;
  return task && <Tools row={row} onDone={onDone} task={task} />;
}

function Tools({ row, onDone, task }: SwipeToolsProps & { task: Task }) {
  const t = useWords(gestureWords);
  const ctx = useActionContext();
  const { today } = useDirectory();
  const { write } = useWriter();
  const entries = useRowMenu(task);
  const panel = useRef<HTMLDivElement>(null);
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    const onDown = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (panel.current?.contains(target) || target?.closest('.menu-room, .popover-room, [role="dialog"]'))
        return;
      done.current();
    };
    const onScroll = () => done.current();
    const scroller = row.closest('.scroll');
    const page = row.ownerDocument;
    page.addEventListener('pointerdown', onDown, true);
    scroller?.addEventListener('scroll', onScroll, { once: true });
    return () => {
      page.removeEventListener('pointerdown', onDown, true);
      scroller?.removeEventListener('scroll', onScroll);
    };
  }, [row]);

  const box = row.getBoundingClientRect();
  return (
    <div
      ref={panel}
      className="swipe-tools"
      style={{ top: box.top, height: row.offsetHeight, width: TOUCH.tools }}
    >
      <PopoverButton
        label={`${t.schedule}: ${task.title}`}
        align="end"
        trigger={(trigger) => (
          <button type="button" {...trigger}>
            <CalendarIcon />
            {t.schedule}
          </button>
        )}
      >
        {(close) => (
          <DueChooser
            dueOn={task.dueOn}
            dueTime={task.dueTime}
            today={today}
            onChange={(dueOn, dueTime) => void write([scheduleTask(ctx, task, { dueOn, dueTime })])}
            onDone={() => {
              close();
              onDone();
            }}
          />
        )}
      </PopoverButton>
      <MenuButton
        label={`${t.more}: ${task.title}`}
        align="end"
        entries={entries}
        trigger={(trigger) => (
          <button type="button" {...trigger}>
            <MoreIcon />
            {t.more}
          </button>
        )}
      />
    </div>
  );
}
