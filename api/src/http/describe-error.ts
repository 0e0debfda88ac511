/** What an error means to who asked, and what may be said of it. */
import { codeOf } from '../db/error-code';

/** What may be logged of an error: never its message, in which a parser or the database may have quoted somebody's text. */
export function describeError(error: unknown): { readonly [field: string]: unknown } {
  if (!(error instanceof Error)) return { name: typeof error };
  const {
    code,
    constraint_name: constraint,
    table_name: table,
  } = error as unknown as { [field: string]: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim());
  return { name: error.name, code, constraint, table, frames };
}

/** The database is away or going. */
export const isOutOfReach = (error: unknown): boolean => {
  const code = codeOf(error);
  return AWAY.includes(code) || code.startsWith('57P') || code.startsWith('08');
};

/**
 * Out of reach, or it takes nothing from anybody: the request may be repeated. Whose disk is full says so of each mutation
 * in turn, and none of them is to be given up for it (PU6).
 */
export const isUnavailable = (error: unknown): boolean =>
  isOutOfReach(error) || TAKES_NOTHING.includes(codeOf(error));

const AWAY = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  // Postgres: too many connections.
  '53300',
];

/** Postgres: its disk is full, it only reads. */
const TAKES_NOTHING = ['53100', '25006'];
