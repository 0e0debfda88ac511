/** How a task repeats, in words. Pure, and without the library of rules: a rule of another kind is named as such. */
import { language } from '../../words/language';
import { listed } from '../../words/list';
import { isPaused, resumedRule } from '../repeats/paused-rule';
import { repeatMessages } from './repeat-messages';

const OFFERED = [
  null,
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;INTERVAL=6',
  'FREQ=YEARLY',
] as const;

export interface RepeatChoice {
  readonly recurrence: string | null;
  readonly label: string;
}

/** What the open task offers. */
export const repeatChoices = (): readonly RepeatChoice[] =>
  OFFERED.map((recurrence) => ({ recurrence, label: repeatWords(recurrence) }));

export function repeatWords(recurrence: string | null): string {
  const t = repeatMessages.get();
  if (recurrence === null) return t.never;
  if (isPaused(recurrence)) return t.paused({ every: repeatWords(resumedRule(recurrence)) });
  const rule = ruleOf(recurrence);
  const every = everyWords(rule);
  const by = [...rule.keys()].filter((key) => key !== 'FREQ' && key !== 'INTERVAL').sort();
  const value = (key: string) => rule.get(key) ?? '';
  if (every === null) return t.other;
  if (by.length === 0) return every;
  const kind = `${value('FREQ')} ${by.join(' ')}`;
  if (kind === 'WEEKLY BYDAY') return weeklyWords(every, value('BYDAY'), rule.has('INTERVAL')) ?? t.other;
  if (kind === 'MONTHLY BYDAY') return nthWords(every, value('BYDAY')) ?? t.other;
  if (kind === 'MONTHLY BYMONTHDAY') return dateWords(every, value('BYMONTHDAY')) ?? t.other;
  if (kind === 'YEARLY BYMONTH BYMONTHDAY')
    return yearlyWords(every, Number(value('BYMONTH')), Number(value('BYMONTHDAY'))) ?? t.other;
  return t.other;
}

type Rule = ReadonlyMap<string, string>;

const ruleOf = (recurrence: string): Rule =>
  new Map(
    recurrence
      .replace(/^RRULE:/i, '')
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  );

function everyWords(rule: Rule): string | null {
  const t = repeatMessages.get();
  const interval = Number(rule.get('INTERVAL') ?? 1);
  switch (rule.get('FREQ')) {
    case 'DAILY':
      return t.days(interval);
    case 'WEEKLY':
      return t.weeks(interval);
    case 'MONTHLY':
      return t.months(interval);
    case 'YEARLY':
      return t.years(interval);
    default:
      return null;
  }
}

function weeklyWords(every: string, byDay: string, hasInterval: boolean): string | null {
  const t = repeatMessages.get();
  if (byDay === 'MO,TU,WE,TH,FR' && !hasInterval) return t.weekdays;
  const codes = byDay.split(',');
  const names = codes.map((code) => dayName(code, codes.length > 1 ? 'short' : 'long'));
  if (names.includes(null)) return null;
  const days = listed(names.filter((name) => name !== null));
  return hasInterval ? t.on({ every, days }) : t.everyOf({ days });
}

function nthWords(every: string, byDay: string): string | null {
  const t = repeatMessages.get();
  const [, number = '', code = ''] = /^(-?\d)([A-Z]{2})$/.exec(byDay) ?? [];
  const names = new Map([
    ['1', t.first],
    ['2', t.second],
    ['3', t.third],
    ['4', t.fourth],
    ['5', t.fifth],
    ['-1', t.last],
  ]);
  const [nth, day] = [names.get(number), dayName(code, 'long')];
  return nth && day ? t.onNth({ every, nth, day }) : null;
}

function dateWords(every: string, byMonthDay: string): string | null {
  const t = repeatMessages.get();
  if (byMonthDay === '-1') return t.onLastDate({ every });
  const date = Number(byMonthDay);
  return date >= 1 && date <= 31 ? t.onDate({ every, date }) : null;
}

function yearlyWords(every: string, month: number, day: number): string | null {
  // A leap year has every date.
  const date = new Date(Date.UTC(2024, month - 1, day));
  if (Number.isNaN(date.getTime())) return null;
  const days = new Intl.DateTimeFormat(language.get(), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(date);
  return repeatMessages.get().on({ every, days });
}

/** 1 January 2024 was a Monday. */
function dayName(code: string, weekday: 'short' | 'long'): string | null {
  const at = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(code);
  if (at < 0) return null;
  return new Intl.DateTimeFormat(language.get(), { weekday, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, at + 1),
  );
}
