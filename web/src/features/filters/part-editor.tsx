/** What a part of the question says, to change or to take out. */
import { type FormEvent, useState } from 'react';
import { ToggleChip } from '../../ui/chip';
import { ChooserFoot } from '../../ui/chooser-foot';
import { TextField } from '../../ui/field';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { choicesOf, isChosen, kindOf, toggled } from './choices';
import { isUnknown, type KnownPart, type Part } from './query';
import { filtersWords } from './words';

export interface PartEditorProps {
  part: Part;
  /** null takes it out. */
  onChange: (part: Part | null) => void;
  onDone: () => void;
}

export function PartEditor({ part, onChange, onDone }: PartEditorProps) {
  const t = useWords(filtersWords);
  const takeOut = () => {
    onDone();
    onChange(null);
  };
  return (
    <div className="grid gap-3">
      {isUnknown(part) ? (
        <p className="help">{t.unknownHelp}</p>
      ) : (
        <>
          <Segmented
            label={t[kindOf(part)]}
            wide
            value={part.not ? 'not' : 'is'}
            segments={[
              { value: 'is', label: t.is },
              { value: 'not', label: t.isNot },
            ]}
            onValue={(value) => onChange(withNot(part, value === 'not'))}
          />
          <Body part={part} onChange={onChange} onDone={onDone} />
        </>
      )}
      <ChooserFoot none={t.remove} onNone={takeOut} onDone={onDone} />
    </div>
  );
}

function withNot(part: KnownPart, isNot: boolean): KnownPart {
  const { not: _before, ...rest } = part;
  return (isNot ? { ...rest, not: true } : rest) as KnownPart;
}

function Body({
  part,
  onChange,
  onDone,
}: { part: KnownPart } & Pick<PartEditorProps, 'onChange' | 'onDone'>) {
  const t = useWords(filtersWords);
  const names = useDirectory();
  const kind = kindOf(part);
  if ('text' in part)
    return <WordsForm words={part.text} onWords={(text) => onChange({ ...part, text })} onDone={onDone} />;
  if (kind === 'text') return null;
  return (
    <>
      <div className="chips">
        {choicesOf(kind, names, t).map(({ value, label, icon }) => (
          <ToggleChip
            key={value}
            on={isChosen(part, value)}
            icon={icon}
            onChange={() => onChange(toggled(part, value))}
          >
            {label}
          </ToggleChip>
        ))}
      </div>
      {'due' in part && <DayRange part={part} onChange={onChange} />}
    </>
  );
}

function DayRange({
  part,
  onChange,
}: { part: KnownPart & { due: unknown } } & Pick<PartEditorProps, 'onChange'>) {
  const t = useWords(filtersWords);
  const { due } = part as { readonly due: string | readonly (string | null)[] };
  const [from, to] = typeof due === 'string' ? [null, null] : [due[0] ?? null, due[1] ?? null];
  const write = (range: [string | null, string | null]) => onChange({ ...part, due: range } as KnownPart);
  const day = (value: string) => (value === '' ? null : value);
  return (
    <div className="grid grid-cols-2 gap-2">
      <TextField label={t.from} type="date" value={from ?? ''} onValue={(value) => write([day(value), to])} />
      <TextField label={t.to} type="date" value={to ?? ''} onValue={(value) => write([from, day(value)])} />
    </div>
  );
}

interface WordsFormProps {
  words: string;
  onWords: (words: string) => void;
  onDone: () => void;
}

/** Words that the title or the description says; written once they are whole. */
export function WordsForm({ words, onWords, onDone }: WordsFormProps) {
  const t = useWords(filtersWords);
  const [text, setText] = useState(words);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() !== '') onWords(text.trim());
    onDone();
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label={t.contains}
        value={text}
        onValue={setText}
        onBlur={() => text.trim() !== '' && text.trim() !== words && onWords(text.trim())}
        maxLength={200}
        autoComplete="off"
      />
    </form>
  );
}
