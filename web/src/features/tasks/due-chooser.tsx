/** A day and a time, by the browser's own pickers, and the days that are asked for most. */
import { useState } from 'react';
import { ActionChip } from '../../ui/chip';
import { ChooserFoot } from '../../ui/chooser-foot';
import { TextField } from '../../ui/field';
import { plusDays } from '../../ui/month';
import { useWords } from '../../words/use-words';
import { DayGrid } from './day-grid';
import { dayWords } from './due-words';
import { tasksWords } from './words';

export interface DueChooserProps {
  dueOn: string | null;
  dueTime: string | null;
  today: string;
  onChange: (dueOn: string | null, dueTime: string | null) => void;
  onDone: () => void;
}

export function DueChooser({ dueOn, dueTime, today, onChange, onDone }: DueChooserProps) {
  const t = useWords(tasksWords);
  // A half-typed date is '' in the browser's field: it is written only once it is whole.
  const [day, setDay] = useState(dueOn ?? '');
  const [time, setTime] = useState(dueTime ?? '');

  function write(nextDay: string, nextTime: string) {
    setDay(nextDay);
    setTime(nextTime);
    if (nextDay !== '') onChange(nextDay, nextTime === '' ? null : nextTime.slice(0, 5));
  }

  const soon = [today, plusDays(today, 1), plusDays(today, 7)];
  return (
    <div className="grid gap-3">
      <div className="chips">
        {soon.map((each) => (
          <ActionChip
            key={each}
            onPress={() => {
              write(each, time);
              onDone();
            }}
          >
            {dayWords(each, today)}
          </ActionChip>
        ))}
      </div>
      <DayGrid value={day} today={today} onChoose={(value) => write(value, time)} />
      <TextField label={t.day} type="date" value={day} onValue={(value) => write(value, time)} />
      <TextField
        label={t.time}
        type="time"
        value={time}
        onValue={(value) => write(day === '' ? today : day, value)}
      />
      <ChooserFoot
        none={t.noDate}
        isNone={dueOn === null}
        onNone={() => {
          onChange(null, null);
          onDone();
        }}
        onDone={onDone}
      />
    </div>
  );
}
