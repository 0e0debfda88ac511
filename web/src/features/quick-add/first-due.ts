/** The day on which something that repeats is due first. Days alone, in UTC: a day knows no time zone. Pure. */
import { RRule } from 'rrule';

/** On `from` or after it; null where the rule has no day at all. */
export function firstDue(recurrence: string, from: string): string | null {
  const dtstart = new Date(`${from}T00:00:00Z`);
  const until = new Date(dtstart);
  // A rule that begins on 29 February finds one in eight years.
  until.setUTCFullYear(until.getUTCFullYear() + 10);
  const rule = new RRule({ ...RRule.parseString(recurrence), dtstart, until, tzid: null });
  return rule.after(dtstart, true)?.toISOString().slice(0, 10) ?? null;
}
