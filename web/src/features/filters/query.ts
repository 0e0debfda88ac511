/**
 * A saved question over tasks, as it is stored: `{"v":1,"join":"all","if":[{"priority":[3,4]},{"due":"week"}]}`.
 * Each part is understood by itself. What a newer version wrote is kept as it came, shown as such and stored again
 * untouched; a query that is no such thing at all is left alone.
 */
import type { Json } from '@holdfast/shared/entities/fields';
import * as z from 'zod/mini';

export const DUE_WORDS = ['overdue', 'today', 'tomorrow', 'week', 'none', 'any'] as const;
export type DueWord = (typeof DUE_WORDS)[number];

const ids = z.array(z.string()).check(z.minLength(1));
const not = z.optional(z.literal(true));
const day = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));

/** '' is the Inbox. */
const project = z.strictObject({ project: ids, not });
/** '' is a task without labels. */
const label = z.strictObject({ label: ids, not });
/** '' is nobody, `me` whoever looks. */
const person = z.strictObject({ person: ids, not });
const priority = z.strictObject({ priority: z.array(z.int()).check(z.minLength(1)), not });
const status = z.strictObject({ status: ids, not });
/** A word that moves with the day, or from one day to another; null is open on that side. */
const due = z.strictObject({ due: z.union([z.enum(DUE_WORDS), z.tuple([day, day])]), not });
/** Every word of it stands in the title or in the description. */
const text = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(200)), not });

const known = z.union([project, label, person, priority, status, due, text]);
export type KnownPart = z.infer<typeof known>;
export interface UnknownPart {
  readonly unknown: Json;
}
export type Part = KnownPart | UnknownPart;

export type Join = 'all' | 'any';

export interface FilterQuery {
  readonly join: Join;
  readonly parts: readonly Part[];
  /** The version that wrote it, and what else it wrote. */
  readonly version: number;
  readonly rest: { readonly [key: string]: Json };
}

const VERSION = 1;
/** As long as the entity takes. */
export const LONGEST = 2000;
export const NEW_QUERY: FilterQuery = { join: 'all', parts: [], version: VERSION, rest: {} };

export const isUnknown = (part: Part): part is UnknownPart => 'unknown' in part;

const stored = z.looseObject({
  v: z.int(),
  join: z.optional(z.enum(['all', 'any'])),
  if: z.array(z.unknown()),
});

/** null: this version cannot read any of it. */
export function readQuery(words: string): FilterQuery | null {
  const found = stored.safeParse(jsonOf(words));
  if (!found.success) return null;
  const { v, join = 'all', if: parts, ...rest } = found.data;
  return { version: v, join, parts: parts.map(readPart), rest: rest as FilterQuery['rest'] };
}

function readPart(part: unknown): Part {
  const found = known.safeParse(part);
  return found.success ? found.data : { unknown: part as Json };
}

export function writeQuery({ version, join, parts, rest }: FilterQuery): string {
  const written = parts.map((part) => (isUnknown(part) ? part.unknown : part));
  return JSON.stringify({ ...rest, v: version, join, if: written });
}

function jsonOf(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    // Not ours: `readQuery` says that it cannot be read.
    return undefined;
  }
}
