/** The first day of a week: as was chosen, or as the reader's language has it. */
import { languagesRead } from './languages';

export type WeekStart = 'language' | 'monday' | 'saturday' | 'sunday';

/** Newer than some browsers of ours: a method or a field by the browser's age, or not there at all. */
interface PerhapsWithWeek {
  getWeekInfo?(): { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

const DAYS: { readonly [chosen: string]: number } = { sunday: 0, monday: 1, saturday: 6 };

/** 0 is Sunday, 6 Saturday. */
export const weekStartsOn = (chosen = document.documentElement.dataset['weekStart'] ?? ''): number =>
  DAYS[chosen] ?? weekStartOf(languagesRead()[0] ?? 'en');

/** @param language BCP 47 */
export function weekStartOf(language: string): number {
  const locale = new Intl.Locale(language) as PerhapsWithWeek;
  // Monday is ISO's.
  return (locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}
