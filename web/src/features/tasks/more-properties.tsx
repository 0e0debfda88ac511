/** What fewer tasks have: start, reminder, estimate, what it waits for. Shown where it is set, or once it is asked for. */
import type { Task } from '@holdfast/shared/entities/task';
import { type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { Property, PropertyButton } from '../../ui/facts';
import { BellIcon, CalendarIcon, MoreIcon, TimerIcon } from '../../ui/icons';
import { useWords } from '../../words/use-words';
import { ReminderChooser } from '../reminders/reminder-chooser';
import { momentWords } from '../reminders/when-words';
import { remindersWords } from '../reminders/words';
import { WaitsFor } from '../waits/waits-for';
import { useDirectory } from './directory';
import { dayWords } from './due-words';
import { durationWords } from './duration';
import { EstimateChooser } from './estimate-chooser';
import { Chooser } from './property-value';
import { propertyWords } from './property-words';
import { StartChooser } from './start-chooser';
import type { TaskEdits } from './task-edits';

export interface MorePropertiesProps {
  task: Task;
  edits: TaskEdits;
}

export function MoreProperties({ task, edits }: MorePropertiesProps) {
  const t = useWords(propertyWords);
  const { mayWrite } = useDirectory();
  const [all, setAll] = useState(false);
  /** The buttons that stood there when the rest was asked for. */
  const asked = useRef<{ readonly list: Element; readonly stood: ReadonlySet<Element> } | null>(null);
  // The button that asked goes: the first of those that came has the focus.
  useLayoutEffect(() => {
    if (!all || !asked.current) return;
    const { list, stood } = asked.current;
    asked.current = null;
    [...list.querySelectorAll('button')].find((button) => !stood.has(button))?.focus();
  }, [all]);
  const showAll = ({ currentTarget }: MouseEvent) => {
    const list = currentTarget.closest('dl');
    if (list) asked.current = { list, stood: new Set(list.querySelectorAll('button')) };
    setAll(true);
  };
  const shown = {
    start: task.startOn !== null,
    reminder: task.remindAt !== null,
    estimate: task.estimateMinutes !== null,
    waits: task.dependsOn.length > 0,
  };
  const more = mayWrite && !all && Object.values(shown).includes(false);
  return (
    <>
      {(all || shown.start) && <Start task={task} edits={edits} />}
      {(all || shown.reminder) && <Reminder task={task} edits={edits} />}
      {(all || shown.estimate) && <Estimate task={task} edits={edits} />}
      {(all || shown.waits) && <WaitsFor task={task} onChange={edits.setDependsOn} />}
      {more && (
        <Property name={t.more} wide>
          <PropertyButton unset mark={<MoreIcon />} label={`${t.more}: ${t.moreOf}`} onClick={showAll}>
            {t.moreOf}
          </PropertyButton>
        </Property>
      )}
    </>
  );
}

function Start({ task, edits }: MorePropertiesProps) {
  const t = useWords(propertyWords);
  const { today } = useDirectory();
  return (
    <Chooser
      name={t.start}
      words={task.startOn === null ? t.noDate : dayWords(task.startOn, today)}
      mark={<CalendarIcon />}
      unset={task.startOn === null}
    >
      {(close) => (
        <StartChooser
          startOn={task.startOn}
          dueOn={task.dueOn}
          today={today}
          onChange={(startOn) => void edits.setStart(startOn)}
          onDone={close}
        />
      )}
    </Chooser>
  );
}

function Reminder({ task, edits }: MorePropertiesProps) {
  const t = useWords(remindersWords);
  const { today } = useDirectory();
  return (
    <Chooser
      name={t.title}
      words={task.remindAt === null ? t.none : momentWords(task.remindAt, today)}
      mark={<BellIcon />}
      unset={task.remindAt === null}
    >
      {(close) => (
        <ReminderChooser
          remindAt={task.remindAt}
          dueOn={task.dueOn}
          dueTime={task.dueTime}
          onChange={(remindAt) => void edits.setReminder(remindAt)}
          onDone={close}
        />
      )}
    </Chooser>
  );
}

function Estimate({ task, edits }: MorePropertiesProps) {
  const t = useWords(propertyWords);
  const { estimateMinutes } = task;
  return (
    <Chooser
      name={t.estimate}
      words={estimateMinutes === null ? t.noEstimate : durationWords(estimateMinutes)}
      mark={<TimerIcon />}
      unset={estimateMinutes === null}
    >
      {(close) => (
        <EstimateChooser
          minutes={estimateMinutes}
          onChange={(minutes) => void edits.setEstimate(minutes)}
          onDone={close}
        />
      )}
    </Chooser>
  );
}
