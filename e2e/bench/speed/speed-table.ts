/**
 * The speed table of the app: every line on 10,000 tasks, with the processor at a quarter, and on 50,000 tasks. What
 * a line is measured by stands in `lines.ts`; nothing in it is filled in by hand.
 */

import { sample } from '../numbers';
import { LINES, type Limit, type Name, type Reading } from './lines';

export interface Column {
  readonly tasks: number;
  readonly slower: number;
}
export interface Measured extends Reading {
  readonly column: Column;
}

/** So many times as slow it may be with five times the tasks. */
const GROWTH = 1.5;
/** Below this a quotient says nothing: it is a frame of the screen. */
const FRAME = 17;

export function speedTable(all: readonly Measured[]): string {
  const few = Math.min(...all.map(({ column }) => column.tasks));
  const many = Math.max(...all.map(({ column }) => column.tasks));
  const of = (name: Name, tasks: number, slower: number) =>
    all.find((each) => each.name === name && each.column.tasks === tasks && each.column.slower === slower);
  const names = (Object.keys(LINES) as Name[]).filter((name) => all.some((each) => each.name === name));
  const rows = names.map((name) => {
    const line = LINES[name];
    const [plain, quarter, large] = [
      of(name, few, 1),
      of(name, few, 4),
      many > few ? of(name, many, 1) : undefined,
    ];
    return [
      `${line.what}${line.by === 'p95' ? ' (p95)' : ''}`,
      cell(line, plain, line.most),
      cell(line, quarter, line.quarter),
      growth(line, plain, large),
    ];
  });
  const head = ['what', `${few.toLocaleString('en')} tasks`, 'CPU ÷ 4', `${many.toLocaleString('en')} tasks`];
  return [print(head), print(head.map(() => '---')), ...rows.map(print)].join('\n');
}

/** Behind each number of the table: how many runs, their median, and what the slowest part was. */
export const speedDetails = (all: readonly Measured[]): string =>
  all
    .map(({ name, values, detail, column }) => {
      const { median, p95, runs } = sample(values);
      const { what, unit } = LINES[name];
      const where = `${column.tasks.toLocaleString('en')}${column.slower === 1 ? '' : ` ÷ ${column.slower}`}`;
      const numbers = `median ${round(median)}, p95 ${round(p95)} ${unit}, ${runs} runs`;
      return `${what}, ${where}: ${numbers}${detail ? ` (${detail})` : ''}`;
    })
    .join('\n');

const judged = ({ by }: Limit, { values }: Reading): number =>
  by === 'worst' ? Math.max(...values) : sample(values)[by];

function cell(line: Limit, reading: Reading | undefined, most: number | null): string {
  if (!reading || most === null) return '';
  const value = judged(line, reading);
  return `${round(value)} of ${most} ${line.unit}${value > most ? ', missed' : ''}`;
}

function growth(line: Limit, few: Reading | undefined, many: Reading | undefined): string {
  if (!many) return '';
  const value = judged(line, many);
  const shown = `${round(value)} ${line.unit}`;
  if (!few) return shown;
  const before = judged(line, few);
  const times = value === before ? 1 : value / before;
  const missed = !line.grows && times > GROWTH && value > judged(line, few) + FRAME;
  return `${shown}, × ${times.toFixed(1)}${missed ? ', missed' : ''}`;
}

const round = (value: number): string => (value < 20 ? value.toFixed(1) : String(Math.round(value)));
const print = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
