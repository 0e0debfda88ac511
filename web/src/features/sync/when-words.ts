/** Moments in words: "09:41, just now", "Yesterday", "3 March". Pure but for the reader's own time zone. */
import { formatLocale } from '../../words/format-locale';
import { centreWords } from './centre-words';

/** With the distance, where it helps. */
export function sinceWords(at: number, now: number, time: (at: number) => string): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return centreWords.get().justNow({ time: time(at) });
  if (minutes < 60) return centreWords.get().minutesAgo(minutes, { time: time(at) });
  return momentWords(at, now, time);
}

/** The clock time of today, the day otherwise. */
export function momentWords(at: number, now: number, time: (at: number) => string): string {
  const days = dayNumber(now) - dayNumber(at);
  if (days <= 0) return time(at);
  if (days === 1) return centreWords.get().yesterday;
  return dateWords(at, now);
}

/** "3 March", and the year where it is another. */
export function dateWords(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(formatLocale(), {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** The calendar day of the reader, counted. */
function dayNumber(at: number): number {
  const date = new Date(at);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}
