/** How this reader's clocks are written: as was chosen, or as the browser's language has it. */
import { atom } from 'nanostores';

export type Hours = 'language' | '12' | '24';

export const hoursShown = atom<Hours>('24');

/** 09:41, or 9:41 AM. */
export const clockTime = (at: number, hours: Hours = hoursShown.get()): string => formatOf(hours).format(at);

/** The same of a time of day (`HH:MM`). */
export function timeOfDay(time: string): string {
  if (hoursShown.get() === '24') return time;
  const [hour, minute] = time.split(':').map(Number);
  return clockTime(new Date(2000, 0, 1, hour, minute).getTime());
}

const OF_HOURS: { readonly [hours in Hours]: Intl.DateTimeFormatOptions } = {
  '24': { hour: '2-digit', hourCycle: 'h23' },
  '12': { hour: 'numeric', hourCycle: 'h12' },
  language: { hour: 'numeric' },
};
const formats = new Map<Hours, Intl.DateTimeFormat>();

function formatOf(hours: Hours): Intl.DateTimeFormat {
  const format =
    formats.get(hours) ?? new Intl.DateTimeFormat(undefined, { ...OF_HOURS[hours], minute: '2-digit' });
  formats.set(hours, format);
  return format;
}
