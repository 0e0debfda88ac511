/** "38 MB", "2.1 GB": sizes as people read them. Pure. */
import { centreWords } from './centre-words';
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return centreWords.get().bytes({ bytes });
  for (const [unit, size] of UNITS) {
    const value = bytes / size;
    if (value < 999.5) return `${value < 9.95 ? trimmed(value) : Math.round(value)} ${unit}`;
  }
  return `${Math.round(bytes / 1e12).toLocaleString('en')} TB`;
}

const UNITS = [
  ['kB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
  ['TB', 1e12],
] as const;

const trimmed = (value: number): string => value.toFixed(1).replace(/\.0$/, '');
