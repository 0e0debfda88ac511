import { type DayWidth, formatDay } from './format-day';
import { language } from './language';

const inLanguage =
  (width: DayWidth) =>
  (day: string, today: string): string =>
    formatDay(language.get(), day, today, width);

/** A day as the language on the screen writes it: "Friday 13 March". */
export const longDay = inLanguage('long');

/** Where there is little room: "Fri 13 Mar". */
export const shortDay = inLanguage('short');
