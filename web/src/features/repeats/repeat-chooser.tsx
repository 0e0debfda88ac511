/** How a task repeats: in words as in quick add, or one of the usual rules; what comes next; a rest, and leaving one out. */
import type { Task } from '@holdfast/shared/entities/task';
import { type RefObject, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { Button } from '../../ui/button';
import { ToggleChip } from '../../ui/chip';
import { TextField } from '../../ui/field';
import { Segmented } from '../../ui/segmented';
import { language } from '../../words/language';
import { useWords } from '../../words/use-words';
import { firstDue } from '../quick-add/first-due';
import { readRepeat } from '../quick-add/read-repeat';
import { useDirectory } from '../tasks/directory';
import { dayWords } from '../tasks/due-words';
import { repeatChoices, repeatWords } from '../tasks/repeat-words';
import { useWriter } from '../undo/undo-provider';
import { pauseRepeat, resumeRepeat, skipRepeat } from './actions';
import { nextDates } from './next-dates';
import { isPaused } from './paused-rule';
import { repeatsWords } from './words';

export interface RepeatChooserProps {
  task: Task;
  /** `dueOn`: a first day, where the task has none. */
  onChange: (repeat: Pick<Task, 'recurrence' | 'repeatFrom' | 'dueOn'>) => void;
  onDone: () => void;
  field: RefObject<HTMLInputElement | null>;
}

const SHOWN = 3;

export function RepeatChooser({ task, onChange, onDone, field }: RepeatChooserProps) {
  const t = useWords(repeatsWords);
  const { today } = useDirectory();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const { recurrence, repeatFrom, dueOn } = task;
  const read = readWhole(text);

  function choose(rule: string | null, from = repeatFrom) {
    const first = rule === null || isPaused(rule) ? dueOn : (dueOn ?? firstDue(rule, today));
    onChange({ recurrence: rule, repeatFrom: from, dueOn: first });
    setText('');
  }

  return (
    <div className="grid gap-3">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') onDone();
          else if (read) choose(read.recurrence, read.repeatFrom);
          else setFault(t.notARepeat);
        }}
      >
        <TextField
          ref={field}
          label={t.inWords}
          placeholder={t.example}
          value={text}
          fault={fault}
          help={read ? t.means({ rule: repeatWords(read.recurrence) }) : undefined}
          onValue={(value) => {
            setText(value);
            setFault(null);
          }}
        />
      </form>
      <div className="chips">
        {repeatChoices().map((choice) => (
          <ToggleChip
            key={choice.label}
            on={choice.recurrence === recurrence}
            onChange={() => choose(choice.recurrence)}
          >
            {choice.label}
          </ToggleChip>
        ))}
      </div>
      {recurrence !== null && (
        <Segmented
          wide
          label={t.countedFrom}
          value={repeatFrom}
          segments={[
            { value: 'due', label: t.fromDue },
            { value: 'completion', label: t.fromCompletion },
          ]}
          onValue={(from) => choose(recurrence, from)}
        />
      )}
      <Coming task={task} />
      <Button kind="text" className="justify-self-end" onClick={onDone}>
        {t.done}
      </Button>
    </div>
  );
}

/** What comes next, and what can be done about it. */
function Coming({ task }: { task: Task }) {
  const t = useWords(repeatsWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const { today } = useDirectory();
  const { recurrence } = task;
  if (recurrence === null) return null;
  if (isPaused(recurrence))
    return (
      <div className="grid justify-items-start gap-2">
        <p className="help">{t.paused}</p>
        <Button kind="line" onClick={() => void write([resumeRepeat(ctx, task)])}>
          {t.resume}
        </Button>
      </div>
    );
  const days = nextDates({ ...task, recurrence }, today, SHOWN);
  const list = new Intl.ListFormat(language.get(), { type: 'unit' }).format(
    days.map((day) => dayWords(day, today)),
  );
  const said = task.repeatFrom === 'completion' ? t.ifToday : t.next;
  const [next] = days;
  return (
    <div className="grid justify-items-start gap-2">
      <p className="help num" role="status">
        {next === undefined ? t.ends : said({ days: list })}
      </p>
      <div className="flex gap-2">
        {next !== undefined && task.status !== 'done' && (
          <Button
            kind="line"
            onClick={() =>
              void write([skipRepeat(ctx, task)], {
                said: ([saved]) => t.skipped({ day: dayWords(String(saved?.rows[0]?.dueOn ?? next), today) }),
              })
            }
          >
            {t.skip}
          </Button>
        )}
        <Button kind="line" onClick={() => void write([pauseRepeat(ctx, task)])}>
          {t.pause}
        </Button>
      </div>
    </div>
  );
}

/** All of the line has to be a repeat: words beside it would be lost. */
function readWhole(text: string): { recurrence: string; repeatFrom: Task['repeatFrom'] } | null {
  const line = text.trim();
  const [first] = readRepeat(line);
  if (first?.start !== 0 || first.end !== line.length || first.means.kind !== 'repeat') return null;
  return first.means;
}
