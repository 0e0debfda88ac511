import { language } from './language';

/** A number as the language on the screen writes it: `1,240`. */
export const number = (value: number): string => new Intl.NumberFormat(language.get()).format(value);
