/** Moments to be reminded at, as people say them about a task. Pure: days in the reader's own time zone. */
import { plusDays } from '../../ui/month';
import { localTime } from '../tasks/local-time';

export type When =
  | { readonly kind: 'at-time' }
  | { readonly kind: 'before'; readonly minutes: number }
  | { readonly kind: 'on-day' }
  | { readonly kind: 'day-before' }
  | { readonly kind: 'in-an-hour' }
  | { readonly kind: 'tomorrow' };

export interface Choice {
  readonly when: When;
  readonly at: number;
}

const MORNING = '09:00';
const EVENING = '18:00';
const MINUTE = 60_000;

/** What a task offers: around its due time or its day; where there is none, or it is past, from now on. */
export function reminderChoices(
  dueOn: string | null,
  dueTime: string | null,
  now: number,
): readonly Choice[] {
  const around = aroundDue(dueOn, dueTime).filter(({ at }) => at > now);
  if (around.length > 0) return around;
  return [
    { when: { kind: 'in-an-hour' }, at: now + 60 * MINUTE },
    { when: { kind: 'tomorrow' }, at: momentOf(plusDays(localTime(now).today, 1), MORNING) },
  ];
}

function aroundDue(dueOn: string | null, dueTime: string | null): readonly Choice[] {
  if (dueOn === null) return [];
  const dayBefore = { when: { kind: 'day-before' }, at: momentOf(plusDays(dueOn, -1), EVENING) } as const;
  if (dueTime === null) return [{ when: { kind: 'on-day' }, at: momentOf(dueOn, MORNING) }, dayBefore];
  const due = momentOf(dueOn, dueTime);
  const before = [10, 60].map(
    (minutes): Choice => ({ when: { kind: 'before', minutes }, at: due - minutes * MINUTE }),
  );
  return [{ when: { kind: 'at-time' }, at: due }, ...before, dayBefore];
}

/** `YYYY-MM-DD` and `HH:MM` here → epoch milliseconds. */
export const momentOf = (day: string, time: string): number => new Date(`${day}T${time}:00`).getTime();

/** What the browser's own field takes and gives: `YYYY-MM-DDTHH:MM`. */
export function fieldOf(at: number): string {
  const { today, now } = localTime(at);
  return `${today}T${now}`;
}

/** Null while it is half typed. */
export function fromField(value: string): number | null {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}
