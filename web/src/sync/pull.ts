/** One page of a pull (PL1–PL6), and taking over what the server said: results, rows and cursor in one transaction. */
import type { Mutation } from '@holdfast/shared/sync/op';
import { PULL_LIMIT, type SyncResponse, syncResponseSchema } from '@holdfast/shared/sync/protocol';
import type { HttpAnswer } from '../platform/http';
import type { SentFrom, SyncDeps } from './engine-deps';
import type { Answer } from './machine-state';

export async function pull(deps: SyncDeps, workspaceId: string, signal: AbortSignal): Promise<Answer> {
  const { device, position, ack } = await deps.core.position(workspaceId);
  const query = new URLSearchParams({ workspaceId, deviceId: device.id, ack: String(ack) });
  if (position.cursor !== null) query.set('cursor', position.cursor);
  // A first load takes the largest pages; what comes after is small anyway.
  query.set(
    'limit',
    String(position.cursor === null || position.walk ? PULL_LIMIT.most : PULL_LIMIT.default),
  );
  const answer = await deps.http.send({
    method: 'GET',
    path: `/sync/pull?${query}`,
    account: deps.accountId,
    signal,
  });
  if (signal.aborted || answer.kind === 'unreachable') return { kind: 'unreachable' };
  if (answer.kind === 'refused') return refusalOf(answer, []);
  const parsed = syncResponseSchema.safeParse(answer.body);
  if (!parsed.success) return { kind: 'unreachable' };
  // A restored server whose history this cursor never left, but that misses what it had acknowledged (PU3, PL4).
  if (parsed.data.ack < ack) return missesNumbers;
  const sentFrom: SentFrom = { ...position, deviceId: device.id, pulled: true };
  return receiveAnswer(deps, workspaceId, sentFrom, parsed.data as unknown as SyncResponse, answer.build);
}

/** Applies an answer of a push or pull that left with `sentFrom`. */
export async function receiveAnswer(
  deps: SyncDeps,
  workspaceId: string,
  sentFrom: SentFrom,
  answer: SyncResponse,
  build: string | null,
): Promise<Answer> {
  if (build !== null) deps.heardBuild(build);
  const taken = await deps.core.receive(workspaceId, sentFrom, answer);
  deps.took(workspaceId, answer, taken);
  return {
    kind: 'done',
    settled: taken.settled > 0,
    moved: taken.moved,
    waiting: taken.waiting,
    more: answer.more,
    version: answer.version,
    reset: answer.reset,
    refusedRows: taken.refusedRows,
  };
}

const missesNumbers: Answer = { kind: 'refused', status: 409, code: 'gap', retryAfterMs: null, sent: 0 };

export const refusalOf = (
  answer: Extract<HttpAnswer, { kind: 'refused' }>,
  sent: readonly Mutation[],
): Answer => ({
  kind: 'refused',
  status: answer.status,
  code: answer.code,
  retryAfterMs: answer.retryAfterMs,
  sent: sent.length,
  ...(sent.length === 1 && sent[0] ? { alone: sent[0].id } : {}),
});
