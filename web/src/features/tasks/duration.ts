/** Minutes of work as people write and read them. Pure. */
import { propertyWords } from './property-words';

/** The most that a task takes. */
const LONGEST = 1_000_000;

/** "1 h 30", "1:30", "1.5h", "90", "90 min", "2 hours"; null where it is none. */
export function readDuration(text: string): number | null {
  const line = text.trim().toLowerCase().replace(',', '.');
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(line);
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]));
  const words = /^(?:(\d+(?:\.\d+)?)\s*h(?:(?:ou)?rs?)?)?\s*(?:(\d+)\s*(?:m(?:in(?:ute)?s?)?)?)?$/.exec(line);
  if (!words || line === '') return null;
  const [, hours, minutes] = words;
  return within(Math.round(Number(hours ?? 0) * 60) + Number(minutes ?? 0));
}

const within = (minutes: number): number | null => (minutes > 0 && minutes <= LONGEST ? minutes : null);

/** "1 h 30 min" */
export function durationWords(total: number): string {
  const t = propertyWords.get();
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return t.minutes({ minutes });
  return minutes === 0 ? t.hours({ hours }) : t.hoursAndMinutes({ hours, minutes });
}
