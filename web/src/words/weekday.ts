import { language } from './language';

/** A day of the week as the language on the screen calls it; 0 is Sunday. */
export const weekday = (day: number, width: 'long' | 'short' | 'narrow' = 'long'): string =>
  // The first Sunday of the year 2000 was its second day.
  new Intl.DateTimeFormat(language.get(), { weekday: width, timeZone: 'UTC' }).format(
    Date.UTC(2000, 0, 2 + day),
  );
