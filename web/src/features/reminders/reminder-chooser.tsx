/** When this device reminds of the task: what people ask for most, any other moment, and what it can do at all. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { ActionChip } from '../../ui/chip';
import { ChooserFoot } from '../../ui/chooser-foot';
import { TextField } from '../../ui/field';
import { useWords } from '../../words/use-words';
import { NotificationNote } from './notification-note';
import { fieldOf, fromField, reminderChoices } from './remind-at';
import { whenWords } from './when-words';
import { remindersWords } from './words';

export interface ReminderChooserProps {
  remindAt: number | null;
  dueOn: string | null;
  dueTime: string | null;
  onChange: (remindAt: number | null) => void;
  onDone: () => void;
}

export function ReminderChooser({ remindAt, dueOn, dueTime, onChange, onDone }: ReminderChooserProps) {
  const t = useWords(remindersWords);
  const ctx = useActionContext();
  const [now] = useState(() => ctx.now());
  // A half-typed moment is '' in the browser's field: it is written only once it is whole.
  const [moment, setMoment] = useState(remindAt === null ? '' : fieldOf(remindAt));
  const at = fromField(moment);

  function choose(next: number | null) {
    onChange(next);
    onDone();
  }

  return (
    <div className="grid gap-3">
      <div className="chips">
        {reminderChoices(dueOn, dueTime, now).map((choice) => (
          <ActionChip key={choice.at} onPress={() => choose(choice.at)}>
            {whenWords(choice.when)}
          </ActionChip>
        ))}
      </div>
      <TextField
        label={t.moment}
        type="datetime-local"
        value={moment}
        help={at !== null && at <= now ? t.past : undefined}
        onValue={(value) => {
          setMoment(value);
          const next = fromField(value);
          if (next !== null) onChange(next);
        }}
      />
      <NotificationNote />
      <ChooserFoot none={t.remove} isNone={remindAt === null} onNone={() => choose(null)} onDone={onDone} />
    </div>
  );
}
