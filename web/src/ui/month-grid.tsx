/**
 * A month of days, one of them chosen. Arrow keys move by a day or a week, Page Up and Down by a month; one day is in
 * the order of focus. Names come from the caller: this knows no language.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from './class-names';
import { IconButton } from './icon-button';
import { BackIcon, ForwardIcon } from './icons';
import { moveMonths, stepOf, weekdayOf, weeksOf } from './month';

export interface MonthGridProps {
  /** `YYYY-MM-DD`; '' for none. */
  value: string;
  today: string;
  /** Days before it can be seen, not chosen. */
  earliest?: string | undefined;
  /** 0 is Sunday. */
  weekStart: number;
  names: {
    readonly label: string;
    readonly previous: string;
    readonly next: string;
    readonly month: (day: string) => string;
    readonly day: (day: string) => string;
    readonly weekday: (day: number) => string;
  };
  onChoose: (day: string) => void;
}

export function MonthGrid({ value, today, earliest = '', weekStart, names, onChoose }: MonthGridProps) {
  const [at, setAt] = useState(value || today);
  const grid = useRef<HTMLTableElement>(null);
  const weeks = weeksOf(at, weekStart);

  function move(to: string): void {
    setAt(to);
    // The day may be of a month that is painted only now.
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  }

  function onKeyDown(event: KeyboardEvent): void {
    const ahead = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const to = stepOf(event.key, at, weekStart, ahead);
    if (to === null) return;
    event.preventDefault();
    move(to);
  }

  return (
    <div className="month">
      <div className="month-head">
        <IconButton label={names.previous} icon={<BackIcon />} onClick={() => setAt(moveMonths(at, -1))} />
        <span aria-live="polite">{names.month(at)}</span>
        <IconButton label={names.next} icon={<ForwardIcon />} onClick={() => setAt(moveMonths(at, 1))} />
      </div>
      <table ref={grid} aria-label={names.label}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {names.weekday(weekdayOf(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    onKeyDown={onKeyDown}
                    aria-disabled={day < earliest || undefined}
                    aria-pressed={day === value}
                    aria-label={names.day(day)}
                    aria-current={day === today ? 'date' : undefined}
                    className={classNames(
                      'month-day',
                      day === value && 'month-chosen',
                      !day.startsWith(at.slice(0, 7)) && 'month-other',
                    )}
                    onClick={() => {
                      setAt(day);
                      if (day >= earliest) onChoose(day);
                    }}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
