import { dueWords } from '../tasks/due-words';
import { localTime } from '../tasks/local-time';
import type { When } from './remind-at';
import { remindersWords } from './words';

/** "An hour before": a moment as it is offered. */
export function whenWords(when: When): string {
  const t = remindersWords.get();
  switch (when.kind) {
    case 'at-time':
      return t.atTime;
    case 'before':
      return when.minutes === 60 ? t.hourBefore : t.before(when.minutes);
    case 'on-day':
      return t.onDay;
    case 'day-before':
      return t.dayBefore;
    case 'in-an-hour':
      return t.inAnHour;
    case 'tomorrow':
      return t.tomorrow;
  }
}

/** "Tomorrow, 09:00": a moment as it was chosen. */
export function momentWords(at: number, today: string): string {
  const { today: day, now } = localTime(at);
  return dueWords(day, now, today);
}
