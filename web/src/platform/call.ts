/** A command that exists only online: sent once, its answer parsed, its failure a value. */
import type * as z from 'zod/mini';
import type { Http, HttpRequest } from './http';

export type CallResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly retryAfterMs: number | null;
    };

/** What commands are sent through: it knows the account, and renews the session where it ran out. */
export type Send = Http['send'];

export async function call<T>(
  send: Send,
  request: HttpRequest,
  schema: z.ZodMiniType<T> | null,
): Promise<CallResult<T>> {
  const answer = await send(request);
  if (answer.kind === 'unreachable') return answer;
  if (answer.kind === 'refused')
    return { kind: 'refused', status: answer.status, code: answer.code, retryAfterMs: answer.retryAfterMs };
  if (schema === null) return { kind: 'ok', value: undefined as T };
  const parsed = schema.safeParse(answer.body);
  return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'unreachable' };
}
