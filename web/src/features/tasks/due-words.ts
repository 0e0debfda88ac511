/** Due dates in words. Days are `YYYY-MM-DD` in the reader's own time zone; times `HH:MM`. */
import { timeOfDay } from '../../platform/clock';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const weekdaysLong = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthsLong = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** On a row, where there is little room: the time alone if it is today, the day otherwise. */
export function rowDueWords(dueOn: string | null, dueTime: string | null, today: string): string {
  if (dueOn === null) return '';
  if (dueOn === today) return dueTime === null ? 'Today' : timeOfDay(dueTime);
  return dayWords(dueOn, today);
}

/** In the open task: day and time. */
export function dueWords(dueOn: string | null, dueTime: string | null, today: string): string {
  if (dueOn === null) return '';
  return dueTime === null ? dayWords(dueOn, today) : `${dayWords(dueOn, today)}, ${timeOfDay(dueTime)}`;
}

/** "Today", "Tomorrow", "Fri 13 Mar"; the year only where it is another. */
export function dayWords(day: string, today: string): string {
  if (day === today) return 'Today';
  if (daysBetween(today, day) === 1) return 'Tomorrow';
  const date = toDate(day);
  const words = `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

/** Below the title of Today: "Thursday 12 March". */
export function longDayWords(day: string): string {
  const date = toDate(day);
  return `${weekdaysLong[date.getUTCDay()]} ${date.getUTCDate()} ${monthsLong[date.getUTCMonth()]}`;
}

/** A day is late once it is over; a time that passed today is not. */
export function isLate(dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today;
}

/** The calendar day so many days on; days know no time zone, so UTC serves. */
export function plusDays(day: string, days: number): string {
  const date = toDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((toDate(to).getTime() - toDate(from).getTime()) / 86_400_000);
}

function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
