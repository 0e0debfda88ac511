/** Days to choose from, written into the line in words that it reads. */
import { ActionChip } from '../../ui/chip';
import { useWords } from '../../words/use-words';
import { DayGrid } from '../tasks/day-grid';
import { useDirectory } from '../tasks/directory';
import { dayInLine } from './day-in-line';
import { quickAddWords } from './words';

export function DueDays({ onWords }: { onWords: (words: string) => void }) {
  const t = useWords(quickAddWords);
  const { today } = useDirectory();
  const soon = [
    [t.today, 'today'],
    [t.tomorrow, 'tomorrow'],
    [t.nextWeek, 'next week'],
  ] as const;
  return (
    <div className="grid gap-3">
      <div className="chips">
        {soon.map(([label, words]) => (
          <ActionChip key={words} onPress={() => onWords(words)}>
            {label}
          </ActionChip>
        ))}
      </div>
      <DayGrid value="" today={today} earliest={today} onChoose={(day) => onWords(dayInLine(day))} />
    </div>
  );
}
