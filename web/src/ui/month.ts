/** Calendar months as weeks of days. Days are `YYYY-MM-DD`; they know no time zone, so UTC serves. Pure. */

/** The weeks that show a month, each from its first day; days of the months beside it fill up. @param weekStart 0 is Sunday */
export function weeksOf(day: string, weekStart: number): readonly (readonly string[])[] {
  const first = `${day.slice(0, 7)}-01`;
  const before = (weekdayOf(first) - weekStart + 7) % 7;
  const start = plusDays(first, -before);
  const weeks = Math.ceil((before + daysIn(first)) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, n) => plusDays(start, week * 7 + n)),
  );
}

export const weekdayOf = (day: string): number => toDate(day).getUTCDay();

/** The calendar day so many days on. */
export function plusDays(day: string, days: number): string {
  const date = toDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last. */
export function moveMonths(day: string, months: number): string {
  const date = toDate(`${day.slice(0, 7)}-01`);
  date.setUTCMonth(date.getUTCMonth() + months);
  const first = date.toISOString().slice(0, 10);
  const last = Math.min(Number(day.slice(8)), daysIn(first));
  return `${first.slice(0, 7)}-${String(last).padStart(2, '0')}`;
}

/** Where a key leads from a day; null for any other key. @param ahead 1, or -1 where lines run to the left */
export function stepOf(key: string, day: string, weekStart: number, ahead: 1 | -1): string | null {
  const intoWeek = (weekdayOf(day) - weekStart + 7) % 7;
  switch (key) {
    case 'ArrowRight':
      return plusDays(day, ahead);
    case 'ArrowLeft':
      return plusDays(day, -ahead);
    case 'ArrowDown':
      return plusDays(day, 7);
    case 'ArrowUp':
      return plusDays(day, -7);
    case 'PageDown':
      return moveMonths(day, 1);
    case 'PageUp':
      return moveMonths(day, -1);
    case 'Home':
      return plusDays(day, -intoWeek);
    case 'End':
      return plusDays(day, 6 - intoWeek);
    default:
      return null;
  }
}

function daysIn(first: string): number {
  const date = toDate(first);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
