/**
 * The server's log: JSON, a line each, for whoever collects it; for a person at a terminal plain words, and only what
 * they should know. Ids only in both, never the words of a task.
 */
import { pino } from 'pino';
import type { Env } from '../env';
import { describeError } from '../http/describe-error';

type Format = NonNullable<Env['LOG_FORMAT']>;

export interface LogOptions {
  /** Absent: `info` as JSON, `warn` as text. */
  readonly level: Env['LOG_LEVEL'];
  readonly format: Format;
  readonly write: (line: string) => void;
}

export function createLog({ level, format, write }: LogOptions) {
  const options = {
    level: level ?? (format === 'text' ? 'warn' : 'info'),
    base: null,
    serializers: { err: describeError },
  };
  return pino(options, { write: format === 'text' ? (line) => write(inWords(line)) : write });
}

const LEVELS: { readonly [level: number]: string } = { 20: 'debug', 30: 'info', 40: 'warning', 50: 'error' };

/** `09:41:02 warning: rate limited (route /auth/sign-in, status 429)` */
function inWords(line: string): string {
  const { level, time, msg, ...fields } = JSON.parse(line) as { level: number; time: number; msg?: string };
  const facts = Object.entries(fields).map(([name, value]) => `${name} ${factOf(value)}`);
  const about = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  return `${new Date(time).toTimeString().slice(0, 8)} ${LEVELS[level] ?? level}: ${msg ?? ''}${about}\n`;
}

const factOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
