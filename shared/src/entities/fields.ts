/**
 * The kinds of field that a row can have. A field is its whole contract: the zod schema of its value, its SQL
 * type, the rule by which two people's edits are joined, and the word by which the interface names it.
 */
import * as z from 'zod/mini';
import { UUID } from './uuid';
import { isWellFormed } from './well-formed';

/** JSON as it travels and as it is stored. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * How concurrent edits of one field are joined (spec MG2–MG8).
 * `text` words · `status` the one ahead · `priority` the higher · `set` additions and removals ·
 * `ask` later wins and a person is asked · `keys` each key by itself · `later` later wins ·
 * `derived` computed by the merge, never sent · `fixed` sent with the creation, never changed after.
 */
export type MergeRule =
  | 'text'
  | 'status'
  | 'priority'
  | 'set'
  | 'ask'
  | 'keys'
  | 'later'
  | 'derived'
  | 'fixed';

/** The types used in `sql/`, by their `information_schema` names (`uuid[]` is an ARRAY of uuid). */
export type SqlType = 'uuid' | 'uuid[]' | 'text' | 'integer' | 'bigint' | 'date' | 'jsonb';

export interface Field<T extends Json = Json> {
  /** Of a `T`. Its own type does not say so, or no entity could stand where any entity may. */
  readonly schema: z.ZodMiniType;
  readonly sql: SqlType;
  readonly nullable: boolean;
  readonly merge: MergeRule;
  /** The value of a new row whose creation does not name this field; undefined: the creation must name it. */
  readonly initial: T | undefined;
  /** An edit of it on a deleted row is kept whole and its author is asked (MG9). */
  readonly keptOnDelete: boolean;
  /** Entity that the value (or each element) is the id of. */
  readonly references: string | null;
  /** The value is the account of somebody who is or was a member of the workspace. */
  readonly ofMember: boolean;
  /** The word for this field in conflict views and change lines. */
  readonly label: string;
}

interface Options<T extends Json> {
  merge?: MergeRule;
  initial?: T;
  keptOnDelete?: boolean;
  references?: string;
  ofMember?: boolean;
}

function field<T extends Json>(
  label: string,
  schema: z.ZodMiniType<T>,
  sql: SqlType,
  nullable: boolean,
  options: Options<T>,
): Field<T> {
  return {
    label,
    schema,
    sql,
    nullable,
    merge: options.merge ?? 'later',
    initial: options.initial,
    keptOnDelete: options.keptOnDelete ?? false,
    references: options.references ?? null,
    ofMember: options.ofMember ?? false,
  };
}

/** Words that can be kept (WR5). */
export const wellFormed = z.string().check(z.refine(isWellFormed, 'NUL or a lone surrogate'));

/** Whether a database can store the value: every string in it, keys too, is well-formed. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isWellFormed(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}

export const uuid = z.string().check(z.regex(UUID));
const dateString = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((value) => isCalendarDay(value), 'no such day'),
);
const timeString = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const instantNumber = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000));

/** Words of a person: merged word by word (MG2). Lengths are in UTF-16 code units. */
export const words = (label: string, min: number, max: number, options: Options<string> = {}) =>
  field(label, wellFormed.check(z.minLength(min), z.maxLength(max)), 'text', false, {
    merge: 'text',
    ...(min === 0 ? { initial: '' } : {}),
    ...options,
  });

/** A short string that is replaced whole. */
export const name = (label: string, max: number, options: Options<string> = {}) =>
  field(label, wellFormed.check(z.minLength(1), z.maxLength(max)), 'text', false, options);

export const optionalText = (label: string, max: number, options: Options<string | null> = {}) =>
  field(label, z.nullable(wellFormed.check(z.maxLength(max))), 'text', true, { initial: null, ...options });

/** One of a closed list of words. */
export const choice = <const V extends string>(
  label: string,
  values: readonly V[],
  options: Options<V> = {},
) => field<V>(label, z.enum(values) as z.ZodMiniType<V>, 'text', false, options);

/** One of a closed range of whole numbers. */
export const level = (label: string, min: number, max: number, options: Options<number> = {}) =>
  field(label, z.int().check(z.minimum(min), z.maximum(max)), 'integer', false, options);

/** A whole number from 0 on. */
export const count = (label: string, options: Options<number> = {}) =>
  field(label, z.int().check(z.minimum(0)), 'integer', false, options);

export const optionalCount = (label: string, max: number, options: Options<number | null> = {}) =>
  field(label, z.nullable(z.int().check(z.minimum(0), z.maximum(max))), 'integer', true, {
    initial: null,
    ...options,
  });

/** The id of another row (or of an account). */
export const reference = (label: string, options: Options<string> = {}) =>
  field(label, uuid, 'uuid', false, options);

export const optionalReference = (label: string, options: Options<string | null> = {}) =>
  field(label, z.nullable(uuid), 'uuid', true, { initial: null, ...options });

/** A set of ids, without order; stored sorted so that equal sets are equal values. */
export const idSet = (label: string, max: number, options: Options<readonly string[]> = {}) =>
  field<readonly string[]>(
    label,
    z.array(uuid).check(
      z.maxLength(max),
      z.refine((ids) => new Set(ids).size === ids.length, 'an id twice'),
    ),
    'uuid[]',
    false,
    { merge: 'set', initial: [], ...options },
  );

/** A calendar day, `YYYY-MM-DD`, in the reader's own time zone. */
export const optionalDay = (label: string, options: Options<string | null> = {}) =>
  field(label, z.nullable(dateString), 'date', true, { initial: null, ...options });

/** A time of day, `HH:MM`. */
export const optionalTime = (label: string, options: Options<string | null> = {}) =>
  field(label, z.nullable(timeString), 'text', true, { initial: null, ...options });

/** Epoch milliseconds. */
export const instant = (label: string, options: Options<number> = {}) =>
  field(label, instantNumber, 'bigint', false, options);

export const optionalInstant = (label: string, options: Options<number | null> = {}) =>
  field(label, z.nullable(instantNumber), 'bigint', true, { initial: null, ...options });

/** A fractional key, compared by code unit (MG11). */
export const position = () =>
  field('position', z.string().check(z.regex(/^[0-9A-Za-z]{1,200}$/)), 'text', false, {});

/** Any JSON, at most 8 deep and 200,000 characters long. */
export const jsonValue = (label: string, options: Options<Json> = {}) =>
  field<Json>(
    label,
    z.custom<Json>((value) => isPlainJson(value, 8) && JSON.stringify(value).length <= 200_000),
    'jsonb',
    true,
    { initial: null, ...options },
  );

/** Values of the workspace's own fields: `{key: value}`, each key merged by itself (MG7). */
export const customValues = (label: string) =>
  field<{ readonly [key: string]: Json }>(
    label,
    z.record(z.string().check(z.regex(CUSTOM_KEY)), customValue),
    'jsonb',
    false,
    { merge: 'keys', initial: {} },
  );

/** A custom field's key; names of the prototype chain are no keys. */
const CUSTOM_KEY = /^(?!__proto__$|constructor$|prototype$)[A-Za-z0-9_-]{1,64}$/;
/** Schema of one custom value; null removes the key. */
export const customValue: z.ZodMiniType<Json> = z.union([
  z.null(),
  z.boolean(),
  z.number(),
  wellFormed.check(z.maxLength(2000)),
]);
export const isCustomKey = (key: string): boolean => CUSTOM_KEY.test(key);

function isCalendarDay(value: string): boolean {
  const [year, month, day] = value.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return year >= 1 && days !== undefined && day >= 1 && day <= days;
}

function isPlainJson(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return isWellFormed(value);
  if (depth === 0 || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every((item) => isPlainJson(item, depth - 1));
  return Object.entries(value).every(
    ([key, item]) => key !== '__proto__' && isPlainJson(key, 1) && isPlainJson(item, depth - 1),
  );
}
