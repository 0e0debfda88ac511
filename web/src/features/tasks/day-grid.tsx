/** A month to choose a day from, in the words and weeks of this reader. */
import { weekStartsOn } from '../../platform/week';
import { MonthGrid } from '../../ui/month-grid';
import { longDay } from '../../words/day';
import { monthName } from '../../words/month';
import { useWords } from '../../words/use-words';
import { weekday } from '../../words/weekday';
import { dayGridWords } from './day-grid-words';

export interface DayGridProps {
  value: string;
  today: string;
  earliest?: string | undefined;
  onChoose: (day: string) => void;
}

export function DayGrid({ value, today, earliest, onChoose }: DayGridProps) {
  const t = useWords(dayGridWords);
  return (
    <MonthGrid
      key={value}
      value={value}
      today={today}
      earliest={earliest}
      weekStart={weekStartsOn()}
      onChoose={onChoose}
      names={{
        label: t.calendar,
        previous: t.previous,
        next: t.next,
        month: monthName,
        day: (day) => longDay(day, today),
        weekday: (day) => weekday(day, 'short'),
      }}
    />
  );
}
