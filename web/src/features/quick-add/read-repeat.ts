/**
 * Repeats in words → an RRULE. "every 3 days", "every other week on mon and thu", "every 2nd friday" (of the month),
 * "every 15th", "every 3 march", "every weekday", "monthly on the last day"; "every! 3 days" counts from completion.
 */
import type { Reading } from './understood';

const DAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?';
const DAYS = `${DAY}(?:(?:\\s*[,/&]\\s*(?:and\\s+)?|\\s+and\\s+)${DAY})*`;
const NTH = '(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|last)';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = `(?:${MONTH}\\s+(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?|(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH})`;
const COUNT = '(?:\\d{1,3}|other|second|2nd|third|3rd|two|three|four|five|six|seven|eight|nine|ten)';
const OF_MONTH = '(?:\\s+(?:of|in)\\s+(?:the|each|every)\\s+month)?';

/** How a rule may begin, the longest first; each answers the rule without what "every!" adds. */
const RULES: readonly (readonly [pattern: string, rule: (...parts: string[]) => string | null])[] = [
  [`(?:week|work|working |business )days?`, () => 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [`weekends?`, () => 'FREQ=WEEKLY;BYDAY=SA'],
  [`(?:morning|afternoon|evening|night)s?`, () => 'FREQ=DAILY'],
  [`(${NTH})\\s+(${DAY})${OF_MONTH}`, (nth, day) => monthlyDay(nth, day)],
  [`other\\s+(${DAYS})`, (days) => `FREQ=WEEKLY;INTERVAL=2;BYDAY=${daysOf(days)}`],
  [`(${DAYS})`, (days) => `FREQ=WEEKLY;BYDAY=${daysOf(days)}`],
  [`(${DATE})`, (date) => yearly(date)],
  [
    `(${NTH})(?:\\s+day)?${OF_MONTH}(?!\\s+(?:week|month|quarter|year|${DAY})s?\\b)`,
    (nth) => monthlyDate(nth),
  ],
  [
    `(?:(${COUNT})\\s+)?(day|week|month|quarter|year)s?(?:\\s+on\\s+(?:the\\s+)?((?:${NTH}\\s+)?${DAYS}|${DATE}|${NTH}(?:\\s+day)?))?`,
    (count, unit, on) => everyUnit(countOf(count), unit, on),
  ],
];

const ADVERBS: { readonly [word: string]: readonly [count: number, unit: string] } = {
  daily: [1, 'day'],
  weekly: [1, 'week'],
  biweekly: [2, 'week'],
  fortnightly: [2, 'week'],
  monthly: [1, 'month'],
  quarterly: [1, 'quarter'],
  yearly: [1, 'year'],
  annually: [1, 'year'],
};

const TIMES: { readonly [part: string]: string } = {
  morning: '09:00',
  afternoon: '15:00',
  evening: '19:00',
  night: '21:00',
};

const EVERY = /(?<=^|[\s(])(?:every|each)(!?)\s+/giu;
const ADVERB = new RegExp(
  `(?<=^|[\\s(])(${Object.keys(ADVERBS).join('|')})(?:\\s+on\\s+(?:the\\s+)?((?:${NTH}\\s+)?${DAYS}|${DATE}|${NTH}(?:\\s+day)?))?(?=$|[\\s),;.!?])`,
  'giu',
);
const rules = RULES.map(
  ([pattern, rule]) => [new RegExp(`${pattern}(?=$|[\\s),;.!?])`, 'iuy'), rule] as const,
);

export function readRepeat(line: string): readonly Reading[] {
  return [...readEvery(line), ...readAdverbs(line)].sort((a, b) => a.start - b.start);
}

function readEvery(line: string): Reading[] {
  return [...line.matchAll(EVERY)].flatMap((every) => {
    const from = every.index + every[0].length;
    for (const [pattern, rule] of rules) {
      pattern.lastIndex = from;
      const match = pattern.exec(line);
      const recurrence = match && rule(...match.slice(1));
      if (!recurrence) continue;
      const dueTime = TIMES[match[0].toLowerCase().replace(/s$/, '')] ?? null;
      const repeatFrom = every[1] === '!' ? 'completion' : 'due';
      const means = { kind: 'repeat', recurrence, repeatFrom, dueTime } as const;
      return { start: every.index, end: from + match[0].length, unsure: false, means };
    }
    return [];
  });
}

/** "Weekly report" is a report: alone such a word counts only at the end. */
function readAdverbs(line: string): Reading[] {
  return [...line.matchAll(ADVERB)].flatMap((match) => {
    const [count, unit] = ADVERBS[(match[1] ?? '').toLowerCase()] ?? [1, 'day'];
    const recurrence = everyUnit(count, unit, match[2]);
    if (recurrence === null) return [];
    const means = { kind: 'repeat', recurrence, repeatFrom: 'due', dueTime: null } as const;
    return { start: match.index, end: match.index + match[0].length, unsure: match[2] === undefined, means };
  });
}

/** @param on a weekday list of a week, a day of a month, a date of a year */
function everyUnit(count: number | null, unit = '', on?: string): string | null {
  if (count === null) return null;
  if (unit === 'quarter') return on === undefined ? rule('MONTHLY', count * 3) : null;
  if (on === undefined) return rule(FREQUENCY[unit] ?? 'DAILY', count);
  if (unit === 'week') return whole(DAYS, on) ? `${rule('WEEKLY', count)};BYDAY=${daysOf(on)}` : null;
  if (unit === 'year') return whole(DATE, on) && count === 1 ? yearly(on) : null;
  if (unit !== 'month') return null;
  const nthDay = new RegExp(`^(${NTH})\\s+(${DAY})$`, 'iu').exec(on);
  const by = nthDay
    ? monthlyDay(nthDay[1], nthDay[2])
    : whole(`${NTH}(?:\\s+day)?`, on)
      ? monthlyDate(on)
      : null;
  return by?.replace('FREQ=MONTHLY', rule('MONTHLY', count)) ?? null;
}

const FREQUENCY: { readonly [unit: string]: string } = {
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  year: 'YEARLY',
};

const rule = (frequency: string, interval: number): string =>
  interval === 1 ? `FREQ=${frequency}` : `FREQ=${frequency};INTERVAL=${interval}`;

const whole = (pattern: string, text: string): boolean => new RegExp(`^(?:${pattern})$`, 'iu').test(text);

function monthlyDay(nth = '', day = ''): string | null {
  const number = nthOf(nth);
  return number === null || number > 5 ? null : `FREQ=MONTHLY;BYDAY=${number}${daysOf(day)}`;
}

function monthlyDate(nth = ''): string | null {
  const number = nthOf(nth);
  return number === null || number > 31 ? null : `FREQ=MONTHLY;BYMONTHDAY=${number}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function yearly(date = ''): string | null {
  const day = Number(/\d+/.exec(date)?.[0]);
  const name =
    date
      .toLowerCase()
      .match(new RegExp(`${MONTH}(?=$|\\s)`, 'iu'))?.[0]
      .slice(0, 3) ?? '';
  const month = MONTHS.indexOf(name);
  if (month < 0 || day < 1 || day > (LONGEST_MONTH[month] ?? 0)) return null;
  return `FREQ=YEARLY;BYMONTH=${month + 1};BYMONTHDAY=${day}`;
}

const WEEK = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** "mon, wed and fri" → `MO,WE,FR`, each once, Monday first. */
function daysOf(list = ''): string {
  const said = new Set(
    [...list.matchAll(new RegExp(DAY, 'giu'))].map((match) => match[0].slice(0, 2).toLowerCase()),
  );
  return WEEK.filter((day) => said.has(day))
    .map((day) => day.toUpperCase())
    .join(',');
}

const NUMBERS: { readonly [word: string]: number } = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  last: -1,
  other: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

function nthOf(text: string): number | null {
  const word = text.trim().split(/\s+/u)[0]?.toLowerCase() ?? '';
  const number = NUMBERS[word] ?? Number.parseInt(word, 10);
  return number >= 1 || number === -1 ? number : null;
}

const countOf = (text?: string): number | null => (text === undefined ? 1 : nthOf(text));
