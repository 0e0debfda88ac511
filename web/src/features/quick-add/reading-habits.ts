/** How a reader of a language writes dates: by their language's region, as far as the browser knows it. Pure. */
import { weekStartOf } from '../../platform/week';
import type { Moment } from './understood';

export type Habits = Pick<Moment, 'weekStart' | 'dayFirst'>;

const CHOSEN = { sunday: 0, monday: 1, saturday: 6 } as const;

/**
 * @param languages BCP 47, the favourite first
 * @param chosen what the person set for the week, or that the language decides
 */
export function habitsOf(
  languages: readonly string[],
  chosen: keyof typeof CHOSEN | 'language' = 'language',
): Habits {
  const language = languages[0] ?? 'en';
  const parts = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  const order = parts.map((part) => part.type);
  const weekStart = chosen === 'language' ? weekStartOf(language) : CHOSEN[chosen];
  return { weekStart, dayFirst: order.indexOf('day') < order.indexOf('month') };
}
