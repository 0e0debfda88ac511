/** The day that a task is begun on. */
import { useState } from 'react';
import { ActionChip } from '../../ui/chip';
import { ChooserFoot } from '../../ui/chooser-foot';
import { TextField } from '../../ui/field';
import { plusDays } from '../../ui/month';
import { useWords } from '../../words/use-words';
import { DayGrid } from './day-grid';
import { dayWords } from './due-words';
import { propertyWords } from './property-words';

export interface StartChooserProps {
  startOn: string | null;
  dueOn: string | null;
  today: string;
  onChange: (startOn: string | null) => void;
  onDone: () => void;
}

export function StartChooser({ startOn, dueOn, today, onChange, onDone }: StartChooserProps) {
  const t = useWords(propertyWords);
  // A half-typed date is '' in the browser's field: it is written only once it is whole.
  const [day, setDay] = useState(startOn ?? '');
  function choose(next: string | null) {
    onChange(next);
    onDone();
  }
  return (
    <div className="grid gap-3">
      <div className="chips">
        {[today, plusDays(today, 1), plusDays(today, 7)].map((each) => (
          <ActionChip key={each} onPress={() => choose(each)}>
            {dayWords(each, today)}
          </ActionChip>
        ))}
      </div>
      <DayGrid
        value={day}
        today={today}
        onChoose={(value) => {
          setDay(value);
          onChange(value);
        }}
      />
      <TextField
        label={t.day}
        type="date"
        value={day}
        help={dueOn !== null && day > dueOn ? t.afterDue : undefined}
        onValue={(value) => {
          setDay(value);
          if (value !== '') onChange(value);
        }}
      />
      <ChooserFoot none={t.noDate} isNone={startOn === null} onNone={() => choose(null)} onDone={onDone} />
    </div>
  );
}
