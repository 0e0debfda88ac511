/**
 * Days and times in words: "tomorrow", "fri 9am", "15 april", "in 3 days". chrono-node reads them (decision 121); here
 * is what a task takes of its readings. A task is better off with a word too many than with a date nobody meant, so
 * lengths ("20 minutes"), months alone, ranges and the past stay words.
 */
import { Chrono, configuration, type ParsedResult } from 'chrono-node/en';
import type { Moment, Reading } from './understood';

/** Longer than any title; what is pasted beyond it is not searched for dates. */
const LONGEST = 2_000;

const PARTS_OF_DAY = [
  [/\bmorning$/i, '09:00'],
  [/\bafternoon$/i, '15:00'],
  [/\bevening$/i, '19:00'],
  [/\b(?:night|tonight)$/i, '21:00'],
] as const;

/** @param repeats the line repeats: "from monday" is when it begins */
export function readWhen(line: string, moment: Moment, repeats = false): readonly Reading[] {
  const text = line.slice(0, LONGEST);
  // The moment as if it were UTC's: what is read of the answer are days and hours, never instants.
  const reference = { instant: new Date(`${moment.today}T${moment.now}:00Z`), timezone: 0 };
  return readerOf(moment.dayFirst)
    .parse(text, reference, { forwardDate: true })
    .flatMap((result) => reading(text, result, moment, repeats) ?? []);
}

const readers = new Map<boolean, Chrono>();

function readerOf(dayFirst: boolean): Chrono {
  const known = readers.get(dayFirst);
  if (known) return known;
  const reader = new Chrono(configuration.createCasualConfiguration(dayFirst));
  // "the 15th": the next day of that number.
  reader.parsers.push({
    pattern: () => /\b(?:on )?the (\d{1,2})(?:st|nd|rd|th)\b/i,
    extract: (context, match) => {
      const now = context.reference.getDateWithAdjustedTimezone();
      return nextOfNumber(now, Number(match[1]));
    },
  });
  readers.set(dayFirst, reader);
  return reader;
}

function reading(line: string, result: ParsedResult, moment: Moment, repeats: boolean): Reading | null {
  const said = withoutBareHour(result);
  const dueOn = dayOf(said, result.start, moment);
  const dueTime = timeOf(said, result);
  if (dueOn === null && dueTime === null) return null;
  if (NO_DATES.test(said)) return null;
  if (result.end || isZoned(result) || isLength(said) || (dueOn !== null && dueOn < moment.today))
    return null;
  // Commas and brackets around it are the line's.
  const begin = result.index + (/^[\s,;(]+/u.exec(said)?.[0].length ?? 0);
  const end = result.index + said.replace(/[\s,;)]+$/u, '').length;
  if (!standsAlone(line, begin, end)) return null;
  const start = leadIn(line, begin, repeats);
  if (start === null) return null;
  return { start, end, unsure: isUnsure(said), means: { kind: 'when', dueOn, dueTime } };
}

/** "friday 13" is a Friday and a number, not one o'clock. */
function withoutBareHour({ text, start }: ParsedResult): string {
  const bare = /^(.*[a-z])\s+\d{1,2}$/i.exec(text)?.[1];
  const says = start.isCertain('hour') && !/\b(?:at|@)$/i.test(bare ?? 'at');
  return says && bare !== undefined ? bare : text;
}

function dayOf(said: string, start: ParsedResult['start'], { today, weekStart }: Moment): string | null {
  const day = isoOf(start);
  if (/^next week$/i.test(said)) return startOfNextWeek(today, weekStart);
  if (/^next month$/i.test(said)) return `${day.slice(0, 7)}-01`;
  if (/^next year$/i.test(said)) return `${day.slice(0, 4)}-01-01`;
  if (start.isCertain('day') || start.isCertain('weekday')) return day;
  return /^this (?:morning|afternoon|evening)$/i.test(said) ? today : null;
}

function timeOf(said: string, { text, start }: ParsedResult): string | null {
  if (said !== text) return null;
  if (!start.isCertain('hour')) return PARTS_OF_DAY.find(([part]) => part.test(said))?.[1] ?? null;
  const hour = start.get('hour') ?? 0;
  const minute = start.get('minute') ?? 0;
  // "at 5" is the afternoon; who means the night writes "5am" or "05:00".
  const afternoon = /\bat [1-6]$/i.test(said) ? 12 : 0;
  return `${two(hour + afternoon)}:${two(minute)}`;
}

/** A time of another zone would need to know where the reader will be. Ours is "in 2 hours", not "10am EST". */
const isZoned = ({ start, text }: ParsedResult): boolean =>
  start.isCertain('timezoneOffset') && !/\b(?:in|within|now|later)\b/i.test(text);

/** "Buy now", "0am". */
const NO_DATES = /^(?:right )?now$|\b0+ ?[ap]m\b/i;

const UNIT =
  /(?:\b|\d)(?:h|hrs?|m|mins?|s|secs?|hours?|minutes?|seconds?|days?|weeks?|months?|years?|quarters?)\b/i;

/** "20 minutes", "for 3 days": how long, not when. */
const isLength = (said: string): boolean =>
  UNIT.test(said) &&
  !/^(?:in|within|next)\b/i.test(said) &&
  !/\b(?:from now|later)$/i.test(said) &&
  !/\bend of\b/i.test(said);

/** Words that are often no dates: they count where nothing but understood words follow. */
const isUnsure = (said: string): boolean =>
  /^(?:sun|sat|wed|(?:on )?the \d+\w\w|\d{1,2}\/\d{1,2})$/i.test(said);

/** Not a part of a longer word, an address or a possessive: "today’s", "friday-ish", "9am.txt". */
function standsAlone(line: string, start: number, end: number): boolean {
  return (
    /(?:^|[\s(,;])$/u.test(line.slice(0, start)) && /^(?:$|[\s),;!?]|[.:](?:\s|$))/u.test(line.slice(end))
  );
}

/** Where the date begins with the small word before it; null where that word makes it something else. */
function leadIn(line: string, start: number, repeats: boolean): number | null {
  const before = line.slice(0, start);
  const begins = /(?:^|\s)(?:starting|beginning|from)(?: on)?\s+$/i.exec(before);
  if (begins) return repeats ? wordStart(begins) : null;
  if (/(?:^|\s)(?:before|after|until|till|since|between|than|every|each)(?: on| the)?\s+$/i.test(before))
    return null;
  const takes = /(?:^|\s)(?:(?:due\s+)?(?:by|on|at|for)|due)\s+$/i.exec(before);
  return takes ? wordStart(takes) : start;
}

const wordStart = (match: RegExpExecArray): number => match.index + (/^\s/u.test(match[0]) ? 1 : 0);

/** The first day of the week after this one. */
function startOfNextWeek(today: string, weekStart: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  const ahead = (weekStart - date.getUTCDay() + 7) % 7 || 7;
  date.setUTCDate(date.getUTCDate() + ahead);
  return date.toISOString().slice(0, 10);
}

/** The next day of that number, today or later. */
function nextOfNumber(now: Date, day: number): { year: number; month: number; day: number } | null {
  if (day < 1 || day > 31) return null;
  for (let ahead = day < now.getDate() ? 1 : 0; ; ahead++) {
    const date = new Date(Date.UTC(now.getFullYear(), now.getMonth() + ahead, day));
    // A month without a 31st is passed over.
    if (date.getUTCDate() === day) return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day };
  }
}

const isoOf = (start: ParsedResult['start']): string =>
  `${String(start.get('year') ?? 0).padStart(4, '0')}-${two(start.get('month') ?? 1)}-${two(start.get('day') ?? 1)}`;

const two = (value: number): string => String(value).padStart(2, '0');
