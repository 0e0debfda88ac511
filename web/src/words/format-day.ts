export type DayWidth = 'long' | 'short';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A calendar day (`YYYY-MM-DD`) in a language: "Friday 13 March"; the year where it is not that of `today`. */
export function formatDay(locale: string, day: string, today: string, width: DayWidth): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const key = `${locale} ${width} ${sameYear}`;
  const format = formats.get(key) ?? newFormat(locale, width, sameYear);
  formats.set(key, format);
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Days know no time zone, so UTC serves. The English of this app puts the day before the month. */
const newFormat = (locale: string, width: DayWidth, sameYear: boolean): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    weekday: width,
    day: 'numeric',
    month: width,
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
