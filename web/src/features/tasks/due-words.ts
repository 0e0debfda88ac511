/** Due dates in words. Days are `YYYY-MM-DD` in the reader's own time zone; times `HH:MM`. */
import { timeOfDay } from '../../platform/clock';
import { plusDays } from '../../ui/month';
import { shortDay } from '../../words/day';
import { midSentence } from '../../words/letter-case';
import { tasksWords } from './words';

/** On a row, where there is little room: the time alone if it is today, the day otherwise. */
export function rowDueWords(dueOn: string | null, dueTime: string | null, today: string): string {
  if (dueOn === null) return '';
  if (dueOn === today) return dueTime === null ? tasksWords.get().today : timeOfDay(dueTime);
  return dayWords(dueOn, today);
}

/** In the open task: day and time. */
export function dueWords(dueOn: string | null, dueTime: string | null, today: string): string {
  if (dueOn === null) return '';
  return dueTime === null ? dayWords(dueOn, today) : `${dayWords(dueOn, today)}, ${timeOfDay(dueTime)}`;
}

/** "Today", "Tomorrow", "Fri 13 Mar"; the year only where it is another. */
export function dayWords(day: string, today: string): string {
  if (day === today) return tasksWords.get().today;
  if (day === plusDays(today, 1)) return tasksWords.get().tomorrow;
  return shortDay(day, today);
}

/** A day is late once it is over; a time that passed today is not. */
export function isLate(dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today;
}

/** "Today" as it stands within a sentence; "Fri 13 Mar" stays. */
export const withinSentence = (day: string): string => (/\d/.test(day) ? day : midSentence(day));
