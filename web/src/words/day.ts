import { formatDay } from './format-day';
import { language } from './language';

/** A day as the language on the screen writes it: "Friday 13 March". */
export const longDay = (day: string, today: string): string => formatDay(language.get(), day, today);
