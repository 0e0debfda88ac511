import { formatLocale } from '../../words/format-locale';

/** "38 MB", "2.1 GB": sizes as people read them. */
export function sizeWords(bytes: number): string {
  const [unit, size] = UNITS.find(([, most]) => bytes < 999.5 * most) ?? LARGEST;
  const value = bytes / size;
  return new Intl.NumberFormat(formatLocale(), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 9.95 ? 1 : 0,
  }).format(value);
}

const LARGEST = ['terabyte', 1e12] as const;
const UNITS = [
  ['byte', 1],
  ['kilobyte', 1e3],
  ['megabyte', 1e6],
  ['gigabyte', 1e9],
] as const;
