import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';

/** Of what a mutation means: the same id with another content is not the same mutation (PU2). */
export function contentHash(mutation: {
  readonly name?: unknown;
  readonly at?: unknown;
  readonly ops?: unknown;
}): string {
  const { name, at, ops } = mutation;
  return createHash('sha256')
    .update(stringify({ name, at, ops }) ?? '')
    .digest('base64url');
}
