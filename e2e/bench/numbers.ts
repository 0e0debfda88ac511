/** Medians and percentiles: the machine is shared, so single numbers say little. */
export interface Sample {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

export function sample(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), runs: sorted.length };
}

export interface Line {
  readonly what: string;
  readonly target: string;
  readonly baseline: string;
  readonly holdfast: string;
  readonly p95: string;
  readonly runs: number;
  readonly met: boolean | null;
}

export interface Goal {
  /** As the table shows it. */
  readonly target: string;
  /** The most that the median may be, in ms. */
  readonly median: number;
  /** The most that the 95th percentile may be, in ms. */
  readonly p95?: number;
  /** The same job done by the bare baseline on this machine, in ms. */
  readonly bare?: readonly number[];
}

/** A line of times in ms; without a goal it only informs. */
export function line(what: string, values: readonly number[], goal?: Goal): Line {
  const own = sample(values);
  return {
    what,
    target: goal?.target ?? '',
    baseline: goal?.bare ? ms(sample(goal.bare).median) : '',
    holdfast: ms(own.median),
    p95: ms(own.p95),
    runs: own.runs,
    met: goal ? own.median <= goal.median && (goal.p95 === undefined || own.p95 <= goal.p95) : null,
  };
}

/** A line of scores out of a hundred. */
export function scoreLine(what: string, scores: readonly number[], least: number): Line {
  const { median, runs } = sample(scores);
  const worst = Math.min(...scores);
  return {
    what,
    target: `≥ ${least}`,
    baseline: '',
    holdfast: String(median),
    p95: String(worst),
    runs,
    met: median >= least,
  };
}

export function table(lines: readonly Line[]): string {
  const head = ['what', 'target', 'bare baseline', 'Holdfast median', 'p95', 'runs', ''];
  const rows = lines.map((line) => [
    line.what,
    line.target,
    line.baseline,
    line.holdfast,
    line.p95,
    String(line.runs),
    line.met === null ? '' : line.met ? 'met' : 'missed',
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const print = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [print(head), print(widths.map((width) => '-'.repeat(width))), ...rows.map(print)].join('\n');
}

export const ms = (value: number): string =>
  Number.isFinite(value) ? `${value < 20 ? value.toFixed(1) : Math.round(value)} ms` : '–';
