/** How long a task takes: what is usual, or any time in words. */
import { useState } from 'react';
import { ActionChip } from '../../ui/chip';
import { ChooserFoot } from '../../ui/chooser-foot';
import { TextField } from '../../ui/field';
import { useWords } from '../../words/use-words';
import { durationWords, readDuration } from './duration';
import { propertyWords } from './property-words';

export interface EstimateChooserProps {
  minutes: number | null;
  onChange: (minutes: number | null) => void;
  onDone: () => void;
}

const USUAL = [15, 30, 60, 120, 240];

export function EstimateChooser({ minutes, onChange, onDone }: EstimateChooserProps) {
  const t = useWords(propertyWords);
  const [text, setText] = useState(minutes === null ? '' : durationWords(minutes));
  const [fault, setFault] = useState<string | null>(null);

  function choose(next: number | null) {
    onChange(next);
    onDone();
  }

  function done() {
    const read = readDuration(text);
    if (text.trim() === '') onDone();
    else if (read === null) setFault(t.notATime);
    else choose(read);
  }

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <div className="chips">
        {USUAL.map((each) => (
          <ActionChip key={each} onPress={() => choose(each)}>
            {durationWords(each)}
          </ActionChip>
        ))}
      </div>
      <TextField
        label={t.hoursMinutes}
        placeholder={t.estimateExample}
        value={text}
        fault={fault}
        onValue={(value) => {
          setText(value);
          setFault(null);
        }}
      />
      <ChooserFoot none={t.none} isNone={minutes === null} onNone={() => choose(null)} onDone={done} />
    </form>
  );
}
