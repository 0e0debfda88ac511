/**
 * Ops and mutations as they travel and as the outbox keeps them (spec Wire, WR5). Mutations are parsed one by
 * one, so that a broken one is its own rejection and stops nobody else.
 */
import * as z from 'zod/mini';
import type { Entity } from '../entities/define-entity';
import { fieldOf } from '../entities/define-entity';
import { customValue, isCustomKey, isStorable, type Json, uuid } from '../entities/fields';
import { entityByName } from '../entities/index';
import { type Rejection, reject } from './rejection';

/** The schema of today's mutations. The server lifts the last three older ones (H14). */
export const SCHEMA = 1;
export const MAX_OPS = 50;
/** A client refuses a larger mutation at the write, in bytes of UTF-8 JSON. */
export const MAX_MUTATION_BYTES = 900 * 1024;

export type Change = {
  /** The value that the author saw; null on create. */
  readonly from: Json;
  readonly to: Json;
};
export type Changes = { readonly [field: string]: Change };

export type Op = {
  readonly op: 'create' | 'patch' | 'delete' | 'restore';
  readonly entity: string;
  readonly id: string;
  /** The row's confirmed version that the author saw; 0 until its creation was pulled. */
  readonly base: number;
  /** The person's own earlier mutation on this row on which this one was made. */
  readonly after: string | null;
  /** Change only fields whose current value is `from` (PU8). */
  readonly guard: boolean;
  /** Empty for delete and restore. `custom.<key>` names one custom value. */
  readonly changes: Changes;
};

export type Mutation = {
  readonly id: string;
  readonly seq: number;
  readonly schema: number;
  /** Author's clock, epoch milliseconds. */
  readonly at: number;
  /** The cursor held when it was made. */
  readonly seen: string | null;
  /** The intent, e.g. `task.complete`. */
  readonly name: string;
  /** Mutations of one tap: one undo. */
  readonly group: string | null;
  /** Give up on it and record `quarantined` or `too_large` (PU6). */
  readonly skip?: boolean;
  readonly ops: readonly Op[];
};

/** `from` is kept, too: in the history and in conflicts. */
const json = z.custom<Json>((value) => value !== undefined && isStorable(value));
const opSchema = z.strictObject({
  op: z.enum(['create', 'patch', 'delete', 'restore']),
  entity: z.string(),
  id: uuid,
  base: z.int().check(z.minimum(0)),
  after: z.nullable(uuid),
  guard: z.boolean(),
  changes: z.record(z.string().check(z.maxLength(80)), z.strictObject({ from: json, to: json })),
});
const mutationSchema = z.strictObject({
  id: uuid,
  seq: z.int().check(z.minimum(1)),
  schema: z.int().check(z.minimum(1)),
  at: z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000)),
  seen: z.nullable(z.string().check(z.maxLength(200))),
  name: z.string().check(z.regex(/^[a-z][a-z_]*\.[a-z][a-z_]*$/), z.maxLength(64)),
  group: z.nullable(uuid),
  skip: z.optional(z.boolean()),
  ops: z.array(opSchema).check(z.maxLength(MAX_OPS)),
});

/** Parses one mutation of a push; a `Rejection` where it is broken. */
export function parseMutation(value: unknown): Mutation | Rejection {
  const parsed = mutationSchema.safeParse(value);
  if (!parsed.success) return reject('invalid', issueOf(parsed.error));
  const mutation = parsed.data as Mutation;
  // Zod silently drops this one key from a record, but what is refused must be said (WR5).
  const raw = (value as { readonly ops: readonly { readonly changes: object }[] }).ops;
  if (raw.some(({ changes }) => Object.hasOwn(changes, '__proto__')))
    return reject('invalid', 'changes: unknown field');
  if (mutation.ops.length === 0 && mutation.skip !== true) return reject('invalid', 'ops: empty');
  for (const op of mutation.ops) {
    const fault = checkOp(op);
    if (fault) return reject(fault.code, fault.message);
  }
  return mutation;
}

/** What is wrong with an op. */
export interface OpFault {
  readonly code: 'invalid' | 'forbidden';
  /** The field that is at fault; null: the op as a whole. */
  readonly field: string | null;
  /** For people who read logs. */
  readonly message: string;
}

/** What is wrong with an op by the registry alone (no row, no role): null where nothing is. */
export function checkOp(op: Op): OpFault | null {
  const entity = entityByName(op.entity);
  if (!entity) return invalid(null, 'entity: unknown');
  if (entity.lane !== 'synced')
    return { code: 'forbidden', field: null, message: `${op.entity}: only the server writes it` };
  if (op.op === 'delete' || op.op === 'restore')
    return Object.keys(op.changes).length === 0 ? null : invalid(null, `${op.op} has no changes`);
  for (const [name, change] of Object.entries(op.changes)) {
    const fault = checkChange(entity, op.op, name, change);
    if (fault) return fault;
  }
  if (op.op === 'create') {
    for (const [name, field] of Object.entries(entity.fields))
      if (field.initial === undefined && !Object.hasOwn(op.changes, name))
        return invalid(name, `${name}: missing`);
  }
  return null;
}

const invalid = (field: string | null, message: string): OpFault => ({ code: 'invalid', field, message });

function checkChange(entity: Entity, op: 'create' | 'patch', name: string, change: Change): OpFault | null {
  const field = fieldOf(entity, name);
  if (!field) return invalid(null, 'changes: unknown field');
  if (field.merge === 'derived') return invalid(name, `${name}: derived`);
  if (field.merge === 'fixed' && op === 'patch') return invalid(name, `${name}: set at creation only`);
  if (op === 'create' && change.from !== null) return invalid(name, `${name}: from is null on create`);
  if (name.startsWith('custom.')) {
    // Keys are the sender's: they are not quoted.
    if (field.merge !== 'keys' || !isCustomKey(name.slice('custom.'.length)))
      return invalid(name, 'custom: key');
    return customValue.safeParse(change.to).success ? null : invalid(name, 'custom: value');
  }
  if (field.merge === 'keys' && op === 'patch') return invalid(name, `${name}: patched key by key`);
  return field.schema.safeParse(change.to).success ? null : invalid(name, `${name}: value`);
}

function issueOf(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  // Keys are the sender's: only what looks like one of ours is quoted.
  const path = issue?.path.map((part) => (/^[\w.-]{1,40}$/.test(String(part)) ? String(part) : '?'));
  return issue ? `${path?.join('.')}: ${issue.code}` : 'broken';
}
