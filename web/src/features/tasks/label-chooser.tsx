/** Which labels a task has; one that does not exist yet is made by writing its name. */
import type { Label } from '@holdfast/shared/entities/label';
import { type RefObject, useState } from 'react';
import { Button } from '../../ui/button';
import { ToggleChip } from '../../ui/chip';
import { TextField } from '../../ui/field';
import { useOneAtATime } from '../../ui/one-at-a-time';
import { useWords } from '../../words/use-words';
import { tasksWords } from './words';

export interface LabelChooserProps {
  labels: readonly Label[];
  chosen: readonly string[];
  onChosen: (ids: readonly string[]) => void;
  /** Makes the label and gives it to the task; words if it was refused. */
  onNew: (name: string) => Promise<string | null>;
  field?: RefObject<HTMLInputElement | null> | undefined;
}

export function LabelChooser({ labels, chosen, onChosen, onNew, field }: LabelChooserProps) {
  const t = useWords(tasksWords);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const wanted = name.trim().replace(/^#/, '');
  const known = labels.find((label) => label.name.toLowerCase() === wanted.toLowerCase());
  const shown = labels.filter((label) => label.name.toLowerCase().includes(wanted.toLowerCase()));

  const add = useOneAtATime(async () => {
    if (wanted === '') return;
    if (known) {
      if (!chosen.includes(known.id)) onChosen([...chosen, known.id]);
      setName('');
      return;
    }
    const refusal = await onNew(wanted);
    setFault(refusal);
    if (refusal === null) setName('');
  });

  return (
    <div className="grid gap-3">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          ref={field}
          label={t.findOrMakeLabel}
          hideLabel
          placeholder={t.findOrMakeLabel}
          value={name}
          onValue={setName}
          fault={fault}
          maxLength={100}
        />
      </form>
      {shown.length > 0 && (
        <div className="chips">
          {shown.map((label) => (
            <ToggleChip
              key={label.id}
              on={chosen.includes(label.id)}
              onChange={(on) =>
                onChosen(on ? [...chosen, label.id] : chosen.filter((each) => each !== label.id))
              }
            >
              #{label.name}
            </ToggleChip>
          ))}
        </div>
      )}
      {wanted !== '' && !known && (
        <Button kind="text" onClick={() => void add()}>
          {t.newLabel({ wanted })}
        </Button>
      )}
    </div>
  );
}
