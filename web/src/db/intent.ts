/**
 * What a person wants, before it has an id and a place in the outbox. `from` and `base` come from what they saw:
 * an editor keeps both from the moment it opened (CL1).
 */
import type { Json } from '@holdfast/shared/entities/fields';
import { type Changes, checkOp, MAX_MUTATION_BYTES, MAX_OPS, type Op } from '@holdfast/shared/sync/op';
import { wellFormedJson } from './well-formed';

export interface Creation {
  readonly op: 'create';
  readonly entity: string;
  readonly id: string;
  readonly values: { readonly [field: string]: Json };
}

export type OpIntent =
  | Creation
  | {
      readonly op: 'patch';
      readonly entity: string;
      readonly id: string;
      /** The row's `version` as the author saw it. */
      readonly base: number;
      readonly changes: Changes;
      /** Only fields that still have the value `from` (undo, settling). */
      readonly guard?: boolean;
    }
  | {
      readonly op: 'delete' | 'restore';
      readonly entity: string;
      readonly id: string;
      readonly base: number;
      readonly guard?: boolean;
    };

export interface Intent {
  readonly workspaceId: string;
  /** e.g. `task.complete`. */
  readonly name: string;
  /** Mutations of one tap share it: one undo. */
  readonly group?: string | null;
  readonly ops: readonly OpIntent[];
}

/** Why a write was not taken. Nothing of it was stored; what was typed stays in its field. */
export interface Refused {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  /** The field that is at fault, where one is. */
  readonly field: string | null;
}

/**
 * `invalid` by the registry · `too_many` ops · `too_large` to travel · `not_found` no longer here · `never_here` was
 * not here at all · `parent_gone` what it belongs to is not here · `changed_since` it was seen · `reused` there already
 * · `moved` this copy went to an account in another tab · `gone` no member any more · `not_fetched` the code that it
 * takes is not on this device
 */
export type RefusalCode =
  | 'invalid'
  | 'too_many'
  | 'too_large'
  | 'not_found'
  | 'never_here'
  | 'parent_gone'
  | 'changed_since'
  | 'reused'
  | 'moved'
  | 'gone'
  | 'not_fetched';

/** The ops of an intent as they travel (`after` still open), or why they cannot. */
export function opsOf(intent: Intent): readonly Op[] | Refused {
  if (intent.ops.length > MAX_OPS) return refused('too_many');
  const ops: Op[] = [];
  for (const one of intent.ops) {
    const op = toOp(one);
    const fault = checkOp(op);
    if (fault) return refused('invalid', fault.field);
    if (op.op !== 'patch' || Object.keys(op.changes).length > 0) ops.push(op);
  }
  // UTF-8 is at most three bytes a code unit: only what may be too long is measured.
  const json = JSON.stringify(ops);
  if (json.length * 3 > MAX_MUTATION_BYTES && bytesOf(json) > MAX_MUTATION_BYTES - 1024)
    return refused('too_large');
  return ops;
}

export const isRefused = (value: object): value is Refused => 'kind' in value && value.kind === 'refused';

function toOp(one: OpIntent): Op {
  const common = { entity: one.entity, id: one.id, after: null };
  if (one.op === 'create') {
    const changes = Object.entries(one.values).map(([field, to]) => [
      field,
      { from: null, to: wellFormedJson(to) },
    ]);
    return { op: 'create', ...common, base: 0, guard: false, changes: Object.fromEntries(changes) };
  }
  const seen = { ...common, base: Math.max(0, one.base), guard: one.guard ?? false };
  if (one.op !== 'patch') return { op: one.op, ...seen, changes: {} };
  const changes = Object.entries(one.changes)
    .map(([field, { from, to }]) => [field, { from, to: wellFormedJson(to) }] as const)
    .filter(([, { from, to }]) => from !== to);
  return { op: 'patch', ...seen, changes: Object.fromEntries(changes) };
}

export const refused = (code: RefusalCode, field: string | null = null): Refused => ({
  kind: 'refused',
  code,
  field,
});

/** Bytes of a string as UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
