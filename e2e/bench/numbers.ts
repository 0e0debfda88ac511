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
