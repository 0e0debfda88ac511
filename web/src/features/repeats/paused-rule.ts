/**
 * A repeat that rests: the rule with a mark of its own behind it. Whoever does not know the mark cannot read the rule,
 * and what cannot be read repeats nothing: a rest as well (decision 131). Pure.
 */
const MARK = ';X-PAUSED=1';

export const isPaused = (recurrence: string | null): boolean => recurrence?.endsWith(MARK) ?? false;

export const pausedRule = (recurrence: string): string =>
  isPaused(recurrence) ? recurrence : `${recurrence}${MARK}`;

export const resumedRule = (recurrence: string): string =>
  isPaused(recurrence) ? recurrence.slice(0, -MARK.length) : recurrence;
