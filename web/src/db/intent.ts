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
  readonly code: 'invalid' | 'too_large' | 'not_found' | 'reused' | 'moved' | 'gone';
  /** The field that is at fault, where one is. */
  readonly field: string | null;
  /** A sentence for the person. */
  readonly words: string;
}

/** The ops of an intent as they travel (`after` still open), or why they cannot. */
export function opsOf(intent: Intent): readonly Op[] | Refused {
  if (intent.ops.length > MAX_OPS)
    return refused(
      'too_large',
      null,
      `That is more than ${MAX_OPS} changes at once. Do it in smaller steps.`,
    );
  const ops: Op[] = [];
  for (const one of intent.ops) {
    const op = toOp(one);
    const wrong = checkOp(op);
    if (wrong) return describe(op, wrong.message);
    if (op.op !== 'patch' || Object.keys(op.changes).length > 0) ops.push(op);
  }
  // UTF-8 is at most three bytes a code unit: only what may be too long is measured.
  const json = JSON.stringify(ops);
  if (json.length * 3 > MAX_MUTATION_BYTES && bytesOf(json) > MAX_MUTATION_BYTES - 1024)
    return refused(
      'too_large',
      null,
      'This text is longer than Holdfast can send at once (900 KB). Shorten it to save it.',
    );
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

const LIMITS: { readonly [field: string]: string } = {
  title: 'A title has 1 to 500 characters.',
  description: 'A description has at most 100,000 characters.',
  name: 'That name is empty or too long.',
  dueOn: 'There is no such day.',
  startOn: 'There is no such day.',
  dueTime: 'There is no such time.',
};

/** `checkOp` names the field before the colon. */
function describe(op: Op, message: string): Refused {
  const field = message.split(':', 1)[0] ?? '';
  const known = Object.hasOwn(op.changes, field) || field in LIMITS;
  return refused('invalid', known ? field : null, LIMITS[field] ?? 'This can’t be saved as it is.');
}

export const refused = (code: Refused['code'], field: string | null, words: string): Refused => ({
  kind: 'refused',
  code,
  field,
  words,
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
