import { language } from './language';

/** The locale of dates and lists. The English of this app puts the day before the month, and no comma before "and". */
export const formatLocale = (): string => (language.get() === 'en' ? 'en-GB' : language.get());
