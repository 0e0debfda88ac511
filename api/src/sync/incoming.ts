import { isUuid } from '@holdfast/shared/entities/uuid';
import { MAX_OPS, type Mutation, parseMutation, SCHEMA } from '@holdfast/shared/sync/op';
import type { Rejection } from '@holdfast/shared/sync/rejection';
import { contentHash } from './content-hash';

/** A mutation of a push: who it is, and what it says if it can be read. */
export interface Incoming {
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
  /** Rows that it would create, readable or not: what refers to them must be told if it does not (MG14). */
  readonly creates: readonly string[];
  readonly body: Mutation | Rejection;
}

export type ReadBatch =
  | { readonly kind: 'batch'; readonly batch: readonly Incoming[] }
  /** Not even an id and a seq to answer to: the envelope is broken. */
  | { readonly kind: 'broken' }
  /** Written by a newer schema than ours: another server will know it (WR5). */
  | { readonly kind: 'behind' };

/** WR5: the mutations one by one; a broken one is its own rejection. In order of seq, each seq and id once. */
export function readBatch(mutations: readonly unknown[]): ReadBatch {
  const batch: Incoming[] = [];
  for (const value of mutations) {
    if (typeof value !== 'object' || value === null) return { kind: 'broken' };
    const { id, seq, schema, name, at, ops } = value as { readonly [key: string]: unknown };
    if (!isUuid(id) || !Number.isSafeInteger(seq) || (seq as number) < 1) return { kind: 'broken' };
    if (Number.isSafeInteger(schema) && (schema as number) > SCHEMA) return { kind: 'behind' };
    const last = batch.at(-1);
    if (last && last.seq >= (seq as number)) return { kind: 'broken' };
    if (batch.some((earlier) => earlier.id === id)) return { kind: 'broken' };
    batch.push({
      id,
      seq: seq as number,
      hash: contentHash({ name, at, ops }),
      creates: createsOf(ops),
      body: parseMutation(value),
    });
  }
  return { kind: 'batch', batch };
}

function createsOf(ops: unknown): string[] {
  if (!Array.isArray(ops)) return [];
  return (ops as unknown[]).slice(0, MAX_OPS).flatMap((op) => {
    if (typeof op !== 'object' || op === null) return [];
    const { op: kind, id } = op as { readonly [key: string]: unknown };
    return kind === 'create' && isUuid(id) ? [id] : [];
  });
}
