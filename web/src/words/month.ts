import { language } from './language';

/** A month (any day of it, `YYYY-MM-DD`) as the language on the screen calls it: "March 2026". */
export const monthName = (day: string): string =>
  new Intl.DateTimeFormat(language.get(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
