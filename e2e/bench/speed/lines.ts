/** The speed table as the issue has it: each line's name, and the most it may be. */
export type Name = keyof typeof LINES;

export interface Limit {
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'kB';
  readonly most: number;
  /** With the processor at a quarter; null: not asked for. */
  readonly quarter: number | null;
  /** Of what the median is compared; otherwise the 95th percentile, or the worst where there is one number a run. */
  readonly by: 'p95' | 'median' | 'worst';
  /** It may grow with what is stored. */
  readonly grows?: true;
}

const limit = <const L extends Limit>(line: L): Limit => line;

export const LINES = {
  painted: limit({
    what: 'complete, add, edit, move → painted',
    unit: 'ms',
    most: 50,
    quarter: 100,
    by: 'p95',
  }),
  durable: limit({ what: 'durable after it', unit: 'ms', most: 16, quarter: 60, by: 'p95' }),
  views: limit({ what: 'open any view → painted', unit: 'ms', most: 80, quarter: 250, by: 'worst' }),
  cold: limit({
    what: 'cold start offline → Today painted',
    unit: 'ms',
    most: 300,
    quarter: 1200,
    by: 'median',
    grows: true,
  }),
  coldFifty: limit({
    what: 'the same, on a screen of 50 rows',
    unit: 'ms',
    most: 300,
    quarter: 1200,
    by: 'median',
    grows: true,
  }),
  typing: limit({ what: 'search keystroke → results painted', unit: 'ms', most: 30, quarter: 80, by: 'p95' }),
  index: limit({
    what: 'index ready after start',
    unit: 'ms',
    most: 1000,
    quarter: 3000,
    by: 'median',
    grows: true,
  }),
  blocking: limit({
    what: 'longest task while it is built',
    unit: 'ms',
    most: 50,
    quarter: 50,
    by: 'median',
    grows: true,
  }),
  scrolling: limit({
    what: 'scrolling the whole list, longest frame',
    unit: 'ms',
    most: 32,
    quarter: 64,
    by: 'worst',
  }),
  memory: limit({
    what: 'memory of the page after 10 minutes',
    unit: 'MB',
    most: 150,
    quarter: null,
    by: 'worst',
  }),
  entry: limit({ what: 'entry JavaScript, brotli', unit: 'kB', most: 150, quarter: null, by: 'worst' }),
} as const;

/** What one line took on one device. */
export interface Reading {
  readonly name: Name;
  readonly values: readonly number[];
  /** What lies behind the number: the slowest view, each act by itself. */
  readonly detail?: string | undefined;
}
