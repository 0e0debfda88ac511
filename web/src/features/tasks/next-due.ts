/**
 * When a repeating task is due next. Days alone, in UTC: a day knows no time zone. Pure; in a chunk with the library of
 * rules (RFC 5545).
 */
import { RRule } from 'rrule';

export interface Repeats {
  readonly recurrence: string;
  readonly repeatFrom: string;
  readonly dueOn: string | null;
}

export interface NextDue {
  readonly dueOn: string;
  /** The rule from then on: one time less, where it counts. */
  readonly recurrence: string;
}

/** Rules of hours and minutes are no rules for days. */
const FREQUENCIES: readonly number[] = [RRule.DAILY, RRule.WEEKLY, RRule.MONTHLY, RRule.YEARLY];
/** A rule without any day (30 February) is given up after so long. */
const YEARS = 50;

/**
 * From the due date: the first day of the rule after it that is not past. From completion: the first day after today.
 * Null where the rule ends, or is none that we can read.
 */
export function nextDue({ recurrence, repeatFrom, dueOn }: Repeats, today: string): NextDue | null {
  const options = read(recurrence);
  if (!options || options.freq === undefined || !FREQUENCIES.includes(options.freq)) return null;
  const { count, until, ...rule } = options;
  if (count === 1) return null;
  const base = repeatFrom === 'completion' ? today : (dueOn ?? today);
  const dtstart = toDate(base);
  const end = new Date(dtstart);
  end.setUTCFullYear(end.getUTCFullYear() + YEARS);
  const last = until && until < end ? until : end;
  const yesterday = new Date(toDate(today).getTime() - 1);
  const after = repeatFrom !== 'completion' && dtstart < yesterday ? yesterday : dtstart;
  const next = new RRule({ ...rule, dtstart, until: last, tzid: null }).after(after, false);
  return next && { dueOn: next.toISOString().slice(0, 10), recurrence: countedDown(recurrence, count) };
}

/** Somebody else's rule may be broken: then it repeats nothing. */
function read(recurrence: string): ReturnType<typeof RRule.parseString> | null {
  try {
    return RRule.parseString(recurrence.replace(/^RRULE:/i, ''));
  } catch {
    return null;
  }
}

const countedDown = (recurrence: string, count: number | null | undefined): string =>
  count ? recurrence.replace(/COUNT=\d+/i, `COUNT=${count - 1}`) : recurrence;

const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
