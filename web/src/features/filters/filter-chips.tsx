/** A saved question as chips: each opens what it says; the last ones add to it. */
import { ChipButton } from '../../ui/chip';
import { PlusIcon } from '../../ui/icons';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton, PopoverButton } from '../../ui/menu-button';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { choicesOf, KINDS, type Kind, withChoice } from './choices';
import { PartEditor, WordsForm } from './part-editor';
import { partWords } from './part-words';
import type { FilterQuery, Part } from './query';
import { filtersWords } from './words';

export interface FilterChipsProps {
  query: FilterQuery;
  onChange: (query: FilterQuery) => void;
}

export function FilterChips({ query, onChange }: FilterChipsProps) {
  const t = useWords(filtersWords);
  const { mayWrite } = useDirectory();
  const { parts, join } = query;
  const setParts = (next: readonly Part[]) => onChange({ ...query, parts: next });
  const setPart = (index: number, part: Part | null) =>
    setParts(parts.flatMap((each, at) => (at === index ? (part ?? []) : each)));
  return (
    <div className="grid justify-items-start gap-2 pt-3">
      {parts.length > 1 && (
        <Segmented
          label={t.join}
          value={join}
          segments={[
            { value: 'all', label: t.all },
            { value: 'any', label: t.any },
          ]}
          onValue={(value) => onChange({ ...query, join: value })}
        />
      )}
      <div className="chips">
        {parts.map((part, index) => (
          <PartChip
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own and keep their places
            key={index}
            part={part}
            onChange={(next) => setPart(index, next)}
          />
        ))}
        {mayWrite && <AddPart onAdd={(kind, value) => setParts(withChoice(parts, kind, value))} />}
      </div>
    </div>
  );
}

function PartChip({ part, onChange }: { part: Part; onChange: (part: Part | null) => void }) {
  const t = useWords(filtersWords);
  const names = useDirectory();
  const words = partWords(part, names, t);
  return (
    <PopoverButton label={words} trigger={(trigger) => <ChipButton {...trigger}>{words}</ChipButton>}>
      {(close) => <PartEditor part={part} onChange={onChange} onDone={close} />}
    </PopoverButton>
  );
}

function AddPart({ onAdd }: { onAdd: (kind: Kind, value: string) => void }) {
  const t = useWords(filtersWords);
  const names = useDirectory();
  const entries = (): readonly MenuEntry[] =>
    KINDS.flatMap((kind): readonly MenuEntry[] =>
      kind === 'text'
        ? []
        : [
            {
              kind: 'menu',
              label: t[kind],
              entries: choicesOf(kind, names, t).map(({ value, label, icon }) => ({
                label,
                icon,
                onSelect: () => onAdd(kind, value),
              })),
            },
          ],
    );
  return (
    <>
      <MenuButton
        label={t.add}
        entries={entries}
        trigger={(trigger) => (
          <ChipButton {...trigger} icon={<PlusIcon size="s" />}>
            {t.add}
          </ChipButton>
        )}
      />
      <PopoverButton
        label={t.text}
        trigger={(trigger) => (
          <ChipButton {...trigger} icon={<PlusIcon size="s" />}>
            {t.text}
          </ChipButton>
        )}
      >
        {(close) => <WordsForm words="" onWords={(text) => onAdd('text', text)} onDone={close} />}
      </PopoverButton>
    </>
  );
}
