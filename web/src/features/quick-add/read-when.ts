/** Days and times as single words: `today`, `tomorrow`, `9am`, `14:05`. Longer phrases are left as words. */

/** `YYYY-MM-DD`, or null where the word is no day. */
export function readDay(word: string, today: string): string | null {
  const lower = word.toLowerCase();
  if (lower === 'today') return today;
  if (lower === 'tomorrow') return dayAfter(today);
  return null;
}

/** `HH:MM`, or null where the word is no time of day. A bare number is no time. */
export function readTime(word: string): string | null {
  const match = /^(\d{1,2})(?::(\d{2}))?(am|pm)?$/iu.exec(word);
  if (!match) return null;
  const [, hourText = '', minuteText, half] = match;
  if (minuteText === undefined && half === undefined) return null;
  const minute = Number(minuteText ?? '0');
  let hour = Number(hourText);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The next day of the calendar; days know no time zone, so UTC serves. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
